//! Where keys and list items lead in the keyword table.

use super::{Form, Group, Keyword, GLOBAL, HEADER, JOB};

/// One step into a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part<'a> {
    /// Into the value of a key.
    Key(&'a str),
    /// Into an item of a list.
    Item,
}

/// What the table knows of a place.
#[derive(Debug, Clone)]
pub struct Site {
    /// The forms that a value may have there, none of them [`Form::OneOf`]; none where the table knows nothing.
    pub forms: Vec<Form>,
    /// The keyword whose value the place is, or is inside of, with its group.
    pub keyword: Option<(&'static Group, &'static Keyword)>,
}

impl Site {
    /// The place that these steps lead to, from the top level.
    pub fn of<'a>(parts: impl IntoIterator<Item = Part<'a>>) -> Self {
        let mut site = Self { forms: vec![Form::Mapping(&GLOBAL)], keyword: None };
        for (depth, part) in parts.into_iter().enumerate() {
            site = match part {
                Part::Key(key) if depth == 0 => Self::top(key),
                Part::Key(key) => site.under(key),
                Part::Item => site.item(),
            };
        }
        site
    }

    /// Every other key of the top level is a job.
    fn top(key: &str) -> Self {
        let known = [&GLOBAL, &HEADER].into_iter().find_map(|group| Some((group, group.keyword(key)?)));
        match known {
            Some((group, keyword)) => Self { forms: flat(&keyword.form), keyword: Some((group, keyword)) },
            None => Self { forms: vec![Form::Mapping(&JOB)], keyword: None },
        }
    }

    fn under(self, key: &str) -> Self {
        let mut next = Self { forms: Vec::new(), keyword: None };
        for form in &self.forms {
            match form {
                Form::Mapping(group) => {
                    if let Some(keyword) = group.keyword(key) {
                        next.forms.extend(flat(&keyword.form));
                        next.keyword = next.keyword.or(Some((group, keyword)));
                    }
                }
                Form::Named(form) => {
                    next.forms.extend(flat(form));
                    next.keyword = next.keyword.or(self.keyword);
                }
                _ => {}
            }
        }
        next
    }

    /// What the items of a list there may be.
    pub fn item(self) -> Self {
        let forms = self.forms.iter().flat_map(|form| match form {
            Form::List(form) => flat(form),
            Form::TextList { .. } | Form::TextOrList => vec![Form::Text],
            // Lists within it count as one list, and where one thing may stand GitLab often takes a list of them.
            other => vec![*other],
        });
        Self { forms: forms.collect(), keyword: self.keyword }
    }

    /// The path of the keyword, with dots.
    pub fn path(&self) -> Option<String> {
        self.keyword.map(|(group, keyword)| group.path_of(keyword))
    }
}

fn flat(form: &Form) -> Vec<Form> {
    match form {
        Form::OneOf(forms) => forms.iter().flat_map(flat).collect(),
        form => vec![*form],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn path(parts: &[&str]) -> Option<String> {
        Site::of(parts.iter().map(|part| if *part == "-" { Part::Item } else { Part::Key(part) })).path()
    }

    #[test]
    fn steps_lead_through_jobs_lists_and_names() {
        assert_eq!(path(&["build", "stage"]).as_deref(), Some("stage"));
        assert_eq!(path(&["build", "rules", "-", "when"]).as_deref(), Some("rules.when"));
        assert_eq!(path(&["default", "artifacts", "reports", "junit"]).as_deref(), Some("artifacts.reports.junit"));
        assert_eq!(path(&["include", "-", "local"]).as_deref(), Some("include.local"));
        assert_eq!(path(&["spec", "inputs", "x", "type"]).as_deref(), Some("spec.inputs.type"));
        assert_eq!(path(&["build", "nothing"]), None);
    }

    #[test]
    fn unknown_places_have_no_forms() {
        assert!(Site::of([Part::Key("build"), Part::Key("nothing"), Part::Item]).forms.is_empty());
    }
}
