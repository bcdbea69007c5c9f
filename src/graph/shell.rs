//! A lenient reader of shell commands: what is run, where it writes and what it reads. It never fails; what it does not
//! understand is words.

/// One simple command.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Simple {
    /// Its words, quotes taken off.
    pub words: Vec<String>,
    /// The files that its output goes to: by `>`, `>>` and `tee`, of a group around it as well.
    pub outputs: Vec<String>,
    /// The files that it reads by `<`.
    pub inputs: Vec<String>,
    /// The text of its here-document.
    pub here: Option<String>,
}

/// What stands between the words.
#[derive(Debug, PartialEq, Eq)]
enum Token {
    Word(String),
    /// `>` or `>>`
    Output,
    /// `<`
    Input,
    /// `<<EOF`: the word that ends the text.
    Here(String),
    /// `;`, `&&`, `||`, `&` or the end of a line.
    End,
    /// `|`
    Pipe,
    Open,
    Close,
}

/// The simple commands of a text of one or more lines.
pub(super) fn simple_commands(text: &str) -> Vec<Simple> {
    let mut reader = Reader::default();
    let mut lines = text.split('\n');
    let mut open = String::new();
    while let Some(line) = lines.next() {
        open.push_str(line.trim_end_matches('\r'));
        // A line goes on behind a backslash, and inside of quotes.
        if let Some(before) = open.strip_suffix('\\') {
            open = format!("{before} ");
            continue;
        }
        if open.len() < LONGEST && is_quote_open(&open) {
            open.push('\n');
            continue;
        }
        let ends: Vec<String> = reader.line(&std::mem::take(&mut open));
        for end in ends {
            let body: Vec<&str> = lines.by_ref().take_while(|line| line.trim() != end).collect();
            reader.here(body.join("\n"));
        }
    }
    reader.line(&open);
    reader.done
}

/// Texts in quotes that are longer are taken to be no text but a slip.
const LONGEST: usize = 20_000;

fn is_quote_open(line: &str) -> bool {
    let (mut quote, mut escaped, mut before) = (None, false, ' ');
    for c in line.chars() {
        match (quote, c) {
            _ if escaped => escaped = false,
            (Some('"') | None, '\\') => escaped = true,
            (Some(open), _) if c == open => quote = None,
            (None, '\'' | '"') => quote = Some(c),
            (None, '#') if before.is_whitespace() => return false,
            _ => {}
        }
        before = c;
    }
    quote.is_some()
}

#[derive(Default)]
struct Reader {
    done: Vec<Simple>,
    now: Simple,
    /// Where the commands of the pipeline that is being read begin.
    pipeline: usize,
    /// Where groups that are open begin.
    groups: Vec<usize>,
    /// Where the group begins that was just closed: a redirection behind it is of all in it.
    closed: Option<usize>,
    /// The commands that wait for the text of a here-document.
    waiting: Vec<usize>,
}

impl Reader {
    /// Reads a line; gives the ends of the here-documents that follow it.
    fn line(&mut self, line: &str) -> Vec<String> {
        let mut ends = Vec::new();
        let mut tokens = tokens(line).into_iter().peekable();
        while let Some(token) = tokens.next() {
            match token {
                Token::Word(word) if self.now.words.is_empty() && word == "{" => self.open(),
                Token::Word(word) if self.now.words.is_empty() && word == "}" => self.close(),
                Token::Word(word) => {
                    self.now.words.push(word);
                    self.closed = None;
                }
                Token::Open => self.open(),
                Token::Close => self.close(),
                Token::Output | Token::Input => {
                    let Some(Token::Word(file)) = tokens.next_if(|token| matches!(token, Token::Word(_))) else {
                        continue;
                    };
                    match (token, self.closed) {
                        (Token::Input, _) => self.now.inputs.push(file),
                        (_, Some(from)) => self.output(from, &file),
                        _ => self.now.outputs.push(file),
                    }
                }
                Token::Here(end) => {
                    ends.push(end);
                    self.waiting.push(self.done.len());
                }
                Token::Pipe => self.end(true),
                Token::End => self.end(false),
            }
        }
        self.end(false);
        ends
    }

    fn here(&mut self, text: String) {
        if self.waiting.is_empty() {
            return;
        }
        let at = self.waiting.remove(0);
        if let Some(command) = self.done.get_mut(at) {
            command.here = Some(text);
        }
    }

    fn open(&mut self) {
        self.end(false);
        self.groups.push(self.done.len());
    }

    fn close(&mut self) {
        self.end(false);
        self.closed = self.groups.pop();
    }

    /// All commands from one on write to a file.
    fn output(&mut self, from: usize, file: &str) {
        self.done[from..].iter_mut().for_each(|command| command.outputs.push(file.to_owned()));
    }

    fn end(&mut self, piped: bool) {
        let now = std::mem::take(&mut self.now);
        let is_tee = now.words.first().is_some_and(|word| word == "tee");
        let is_there = !now.words.is_empty() || !now.outputs.is_empty() || self.waiting.contains(&self.done.len());
        if let (true, Some(from)) = (piped, self.closed.take()) {
            self.pipeline = from;
        }
        if is_tee {
            for file in now.words.iter().skip(1).filter(|word| !word.starts_with('-')) {
                self.output(self.pipeline, file);
            }
        }
        if is_there {
            self.done.push(now);
        }
        if !piped {
            self.pipeline = self.done.len();
        }
    }
}

fn tokens(line: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut word: Option<String> = None;
    let mut chars = line.chars().peekable();
    let close = |word: &mut Option<String>, tokens: &mut Vec<Token>| {
        tokens.extend(word.take().map(Token::Word));
    };
    while let Some(c) = chars.next() {
        match c {
            '\'' => word.get_or_insert_default().extend(chars.by_ref().take_while(|c| *c != '\'')),
            '"' => quoted(&mut chars, word.get_or_insert_default()),
            '\\' => word.get_or_insert_default().extend(chars.next()),
            '$' if matches!(chars.peek(), Some('(' | '{')) => {
                let word = word.get_or_insert_default();
                word.push('$');
                nested(&mut chars, word);
            }
            '#' if word.is_none() => break,
            ' ' | '\t' => close(&mut word, &mut tokens),
            '\n' | ';' => {
                close(&mut word, &mut tokens);
                tokens.push(Token::End);
            }
            '&' if chars.peek() == Some(&'>') => close(&mut word, &mut tokens),
            '&' | '|' => {
                close(&mut word, &mut tokens);
                let twice = chars.next_if_eq(&c).is_some();
                tokens.push(if c == '|' && !twice { Token::Pipe } else { Token::End });
            }
            '>' => {
                // `2>` is a number before it, no word.
                if word.as_ref().is_some_and(|word| word.chars().all(|c| c.is_ascii_digit())) {
                    word = None;
                }
                close(&mut word, &mut tokens);
                let _ = chars.next_if(|next| matches!(next, '>' | '|'));
                match chars.next_if_eq(&'&') {
                    Some(_) => while chars.next_if(char::is_ascii_digit).is_some() {},
                    None => tokens.push(Token::Output),
                }
            }
            '<' => {
                close(&mut word, &mut tokens);
                let here = chars.next_if_eq(&'<').is_some();
                if here && chars.next_if_eq(&'<').is_none() {
                    let _ = chars.next_if_eq(&'-');
                    while chars.next_if(|c| *c == ' ').is_some() {}
                    let mut end = String::new();
                    while let Some(c) = chars.next_if(|c| !c.is_whitespace() && !";|&>)".contains(*c)) {
                        end.extend(Some(c).filter(|c| !matches!(c, '\'' | '"' | '\\')));
                    }
                    tokens.push(Token::Here(end));
                } else if !here {
                    tokens.push(Token::Input);
                }
            }
            '(' => {
                close(&mut word, &mut tokens);
                tokens.push(Token::Open);
            }
            ')' => {
                close(&mut word, &mut tokens);
                tokens.push(Token::Close);
            }
            _ => word.get_or_insert_default().push(c),
        }
    }
    close(&mut word, &mut tokens);
    tokens
}

/// Text in double quotes.
fn quoted(chars: &mut std::iter::Peekable<std::str::Chars<'_>>, word: &mut String) {
    while let Some(c) = chars.next() {
        match c {
            '"' => return,
            '\\' => {
                let next = chars.next();
                if !next.is_some_and(|next| matches!(next, '"' | '\\' | '$' | '`')) {
                    word.push('\\');
                }
                word.extend(next);
            }
            '$' if matches!(chars.peek(), Some('(' | '{')) => {
                word.push('$');
                nested(chars, word);
            }
            _ => word.push(c),
        }
    }
}

/// `$(…)` and `${…}`, as they stand.
fn nested(chars: &mut std::iter::Peekable<std::str::Chars<'_>>, word: &mut String) {
    let mut depth = 0_usize;
    for c in chars.by_ref() {
        word.push(c);
        match c {
            '(' | '{' => depth += 1,
            ')' | '}' => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    return;
                }
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Words and outputs of each command.
    fn read(text: &str) -> Vec<(String, Vec<String>)> {
        simple_commands(text).into_iter().map(|command| (command.words.join(" "), command.outputs)).collect()
    }

    fn says(text: &str, expected: &[(&str, &[&str])]) {
        let expected: Vec<(String, Vec<String>)> = expected
            .iter()
            .map(|(words, outputs)| ((*words).to_owned(), outputs.iter().map(|file| (*file).to_owned()).collect()))
            .collect();
        assert_eq!(read(text), expected, "{text}");
    }

    #[test]
    fn redirections_go_to_the_command_that_has_them() {
        says("echo \"A=1\" >> a.env", &[("echo A=1", &["a.env"])]);
        says(
            "B=2; echo A=$B >a.env && make > log 2>&1",
            &[("B=2", &[]), ("echo A=$B", &["a.env"]), ("make", &["log"])],
        );
        says("echo 'A=1; B=2' | tee -a a.env", &[("echo A=1; B=2", &["a.env"]), ("tee -a a.env", &[])]);
        says("make 2> errors # > no", &[("make", &["errors"])]);
    }

    #[test]
    fn a_group_writes_as_a_whole() {
        says("{ echo A=1; echo B=2; } >> a.env", &[("echo A=1", &["a.env"]), ("echo B=2", &["a.env"])]);
        says(
            "{\n  echo A=1\n  echo B=2\n} > a.env\nls",
            &[("echo A=1", &["a.env"]), ("echo B=2", &["a.env"]), ("ls", &[])],
        );
        says("(echo A=1) | tee a.env", &[("echo A=1", &["a.env"]), ("tee a.env", &[])]);
    }

    #[test]
    fn here_documents_are_texts_of_their_command() {
        let commands = simple_commands("cat > a.env <<EOF\nA=1\nB=\"x > y\"\nEOF\nls");
        assert_eq!(commands[0].here.as_deref(), Some("A=1\nB=\"x > y\""));
        assert_eq!(commands[0].outputs, ["a.env"]);
        assert_eq!(commands[1].words, ["ls"]);
    }

    #[test]
    fn substitutions_are_parts_of_words() {
        says("echo \"A=$(cat VERSION | head -1)\" >> a.env", &[("echo A=$(cat VERSION | head -1)", &["a.env"])]);
        says("echo A=${B:-x y}", &[("echo A=${B:-x y}", &[])]);
    }

    #[test]
    fn any_text_ends() {
        for text in
            ["<<", "cat <<EOF", "> >", "{ } ) (", "'", "\"$(", "\\", "a |", "| b", "} > x", "tee", ") | tee x", "a\\\n"]
        {
            simple_commands(text);
        }
    }
}
