//! Spans of time in words: `1h 30m`, `3 days` (the gem gitlab-chronic-duration, as GitLab sets it up).

/// Seconds in a unit.
fn unit(word: &str) -> Option<f64> {
    let seconds = match word {
        "seconds" | "second" | "secs" | "sec" | "s" => 1.0,
        "minutes" | "minute" | "mins" | "min" | "m" => 60.0,
        "hours" | "hour" | "hrs" | "hr" | "h" => 3600.0,
        "days" | "day" | "dy" | "d" => 86_400.0,
        "weeks" | "week" | "wks" | "wk" | "w" => 604_800.0,
        "months" | "month" | "mths" | "mth" | "mos" | "mo" => 2_592_000.0,
        "years" | "year" | "yrs" | "yr" | "y" => 31_557_600.0,
        _ => return None,
    };
    Some(seconds)
}

/// Numbers in words that the gem's numerizer knows.
fn number_word(word: &str) -> Option<&'static str> {
    const WORDS: &[(&str, &str)] = &[
        ("one", "1"),
        ("two", "2"),
        ("three", "3"),
        ("four", "4"),
        ("five", "5"),
        ("six", "6"),
        ("seven", "7"),
        ("eight", "8"),
        ("nine", "9"),
        ("ten", "10"),
        ("eleven", "11"),
        ("twelve", "12"),
        ("fifteen", "15"),
        ("twenty", "20"),
        ("thirty", "30"),
        ("forty", "40"),
        ("fifty", "50"),
        ("sixty", "60"),
        ("ninety", "90"),
    ];
    WORDS.iter().find(|(name, _)| *name == word).map(|(_, number)| *number)
}

/// The seconds of a span of time. None for what is none, zero among it; words that mean nothing are passed over.
pub fn seconds(text: &str) -> Option<f64> {
    let text = text.to_lowercase();
    let compact: String = text.chars().filter(|c| *c != ' ').collect();
    let total = if is_clock(&compact) { clock(&compact)? } else { words(&text) };
    (total > 0.0).then_some(total)
}

/// `1:30:00`, read from the right: seconds, minutes, hours, days, months.
fn is_clock(text: &str) -> bool {
    let parts: Vec<&str> = text.split(':').collect();
    let digits = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_digit());
    let last = parts.last().copied().unwrap_or("");
    let whole = last.split_once('.').map_or(last, |(whole, _)| whole);
    (2..=5).contains(&parts.len()) && parts[..parts.len() - 1].iter().all(|part| digits(part)) && digits(whole)
}

fn clock(text: &str) -> Option<f64> {
    let units = [1.0, 60.0, 3600.0, 86_400.0, 2_592_000.0];
    text.split(':').rev().zip(units).map(|(part, unit)| part.parse::<f64>().ok().map(|number| number * unit)).sum()
}

fn words(text: &str) -> f64 {
    // Numbers are set apart from the letters that follow them.
    let mut spaced = String::with_capacity(text.len() + 8);
    let mut in_number = false;
    for c in text.chars() {
        let number = c.is_ascii_digit() || (c == '.' && !spaced.ends_with(|last: char| last.is_alphabetic()));
        if number != in_number {
            spaced.push(' ');
            in_number = number;
        }
        spaced.push(c);
    }
    let mut known: Vec<Result<f64, f64>> = Vec::new();
    for word in spaced.split_whitespace() {
        let word = number_word(word).unwrap_or(word).trim_matches(',');
        if let Some(number) =
            word.parse::<f64>().ok().filter(|_| word.starts_with(|c: char| c.is_ascii_digit() || c == '.'))
        {
            known.push(Ok(number));
        } else if let Some(unit) = unit(word) {
            // A unit at the start counts once.
            if known.is_empty() {
                known.push(Ok(1.0));
            }
            known.push(Err(unit));
        }
    }
    let mut total = 0.0;
    for (at, word) in known.iter().enumerate() {
        if let Ok(number) = word {
            total += match known.get(at + 1) {
                Some(Err(unit)) => number * unit,
                Some(Ok(_)) => 0.0,
                None => *number,
            };
        }
    }
    total
}

#[cfg(test)]
mod tests {
    use super::seconds;

    #[test]
    fn spans_of_time_are_read_as_gitlab_reads_them() {
        let cases = [
            ("1h 30m", Some(5400.0)),
            ("3 mos", Some(7_776_000.0)),
            ("1:30:00", Some(5400.0)),
            ("42", Some(42.0)),
            ("60 parsecs", Some(60.0)),
            ("1 week", Some(604_800.0)),
            ("1 day and 2 hours", Some(93_600.0)),
            ("2h30m", Some(9000.0)),
            ("one week", Some(604_800.0)),
            ("day", Some(86_400.0)),
            ("0 seconds", None),
            ("zz", None),
            ("", None),
        ];
        for (text, expected) in cases {
            assert_eq!(seconds(text), expected, "{text}");
        }
    }
}
