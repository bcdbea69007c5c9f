//! The word that was probably meant.

/// The candidate that differs the least from a word, if it is near enough to be meant: a third of the letters may
/// differ. Case, dashes and underscores count little.
pub fn nearest<'c>(word: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    let plain = |text: &str| text.to_lowercase().replace(['-', ' '], "_");
    let wanted: Vec<char> = plain(word).chars().take(100).collect();
    let allowed = (wanted.len() / 3).max(1);
    let distances = candidates.into_iter().filter(|candidate| *candidate != word).map(|candidate| {
        let other: Vec<char> = plain(candidate).chars().take(100).collect();
        (distance(&wanted, &other), candidate)
    });
    let (distance, candidate) = distances.min_by_key(|(distance, _)| *distance)?;
    // Of a word of one or two letters nothing would be left.
    (distance <= allowed && distance < wanted.len()).then_some(candidate)
}

/// How many letters must be changed, added, dropped or swapped with their neighbour.
fn distance(one: &[char], two: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=two.len()).collect();
    for (at, letter) in one.iter().enumerate() {
        let mut row = vec![at + 1];
        for (column, other) in two.iter().enumerate() {
            let change = above[column] + usize::from(letter != other);
            let mut least = change.min(above[column + 1] + 1).min(row[column] + 1);
            if at > 0 && column > 0 && one[at - 1] == *other && *letter == two[column - 1] {
                least = least.min(before[column - 1] + 1);
            }
            row.push(least);
        }
        before = std::mem::replace(&mut above, row);
    }
    above[two.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_found_and_another_word_is_not() {
        assert_eq!(nearest("tset", ["deploy", "test"]), Some("test"));
        assert_eq!(nearest("on-success", ["on_failure", "on_success"]), Some("on_success"));
        assert_eq!(nearest("sometimes", ["always", "manual"]), None);
        assert_eq!(nearest("a", ["b"]), None);
    }
}
