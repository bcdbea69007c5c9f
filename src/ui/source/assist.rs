//! Answers what the editor asks: completions and hover help of the core, in the page's words.

use super::assist_js::{Help, Offer, OfferItem};
use super::shown::Shown;
use crate::keywords::Form;
use crate::text::Span;
use crate::ui::i18n::{only_text, phase_text, t, I18n};
use crate::view::completion::{completions, Item, ItemKind};
use crate::view::hover::{hover, About};

/// What can be written at a caret.
pub(super) fn offer(shown: &Shown, caret: u32) -> Option<Offer> {
    let document = shown.document();
    let (text, lines) = shown.text();
    let found = completions(&document, lines.byte_of_utf16(text, caret))?;
    let (from, to) = units(shown, found.span);
    let items = found.items.into_iter().map(|item| offer_item(item, &shown.i18n)).collect();
    Some(Offer { from, to, on_request: found.on_request, items })
}

fn offer_item(item: Item, i18n: &I18n) -> OfferItem {
    let kind = match item.kind {
        ItemKind::Keyword => t!(i18n, "completion-keyword"),
        ItemKind::Value => t!(i18n, "completion-value"),
        ItemKind::Job => t!(i18n, "completion-job"),
        ItemKind::Stage => t!(i18n, "completion-stage"),
        ItemKind::Used => t!(i18n, "completion-used"),
        ItemKind::Variable => t!(i18n, "completion-variable"),
        ItemKind::Predefined => t!(i18n, "completion-predefined"),
    };
    OfferItem {
        label: item.label,
        detail: kind.to_string(),
        info: i18n.help(&item.detail).to_owned(),
        // In braces or before a colon the name alone is written, and nothing is to be chosen.
        keyword: item.kind == ItemKind::Keyword && item.insert.ends_with(' '),
        insert: item.insert,
    }
}

/// What the word at `offset` means.
pub(super) fn help(shown: &Shown, offset: u32) -> Option<Help> {
    let (text, lines) = shown.text();
    let i18n = &shown.i18n;
    let found = hover(text, lines.byte_of_utf16(text, offset))?;
    let (from, to) = units(shown, found.span);
    let mut facts = Vec::new();
    match found.about {
        About::Keyword { forms, default, deprecated, paid, since } => {
            let words: Vec<_> = forms.iter().map(|form| words_of(form, i18n)).collect();
            facts.push((t!(i18n, "help-values"), words.join(" · ")));
            facts.extend(default.map(|default| (t!(i18n, "help-default"), default.to_owned())));
            facts.extend(deprecated.map(|instead| (t!(i18n, "help-deprecated"), instead.replace('.', ":"))));
            facts.extend(since.map(|version| (t!(i18n, "help-since"), format!("GitLab {version}"))));
            facts.extend(paid.then(|| (t!(i18n, "help-tier"), "Premium, Ultimate".to_owned())));
        }
        About::Variable { phase, only, since } => {
            facts.push((t!(i18n, "help-available"), phase_text(i18n, phase).to_string()));
            facts.extend(only.map(|only| (t!(i18n, "help-only"), only_text(i18n, only).to_string())));
            facts.extend(since.map(|version| (t!(i18n, "help-since"), format!("GitLab {version}"))));
        }
    }
    let facts = facts.into_iter().map(|(name, value)| (name.to_string(), value)).collect();
    let link = t!(i18n, "help-documentation").to_string();
    let help = i18n.help(found.help).to_owned();
    Some(Help { from, to, title: found.title, help, facts, href: found.documentation, link })
}

fn units(shown: &Shown, span: Span) -> (u32, u32) {
    let (text, lines) = shown.text();
    (lines.utf16(text, span.from()), lines.utf16(text, span.to()))
}

/// The form of a value in words.
fn words_of(form: &Form, i18n: &I18n) -> String {
    let words = match form {
        Form::Any => t!(i18n, "form-any"),
        Form::Text => t!(i18n, "form-text"),
        Form::Flag => return "true, false".to_owned(),
        Form::Integer { min, max } => return format!("{min}–{max}"),
        Form::Scalar => t!(i18n, "form-scalar"),
        Form::Choice(choice) => return choice.values.join(", "),
        Form::TextList { .. } | Form::NestedTextList => t!(i18n, "form-texts"),
        Form::TextOrList => t!(i18n, "form-text-or-texts"),
        Form::Script => t!(i18n, "form-script"),
        Form::Duration(_) => t!(i18n, "form-duration"),
        Form::Pattern => t!(i18n, "form-pattern"),
        Form::Expression => t!(i18n, "form-expression"),
        Form::IntegerOrList => t!(i18n, "form-integers"),
        Form::Mapping(_) => t!(i18n, "form-mapping"),
        Form::Named(_) => t!(i18n, "form-named"),
        Form::List(form) => t!(i18n, "form-list", items = words_of(form, i18n)),
        Form::OneOf(forms) => {
            let mut words: Vec<_> = forms.iter().map(|form| words_of(form, i18n)).collect();
            words.dedup();
            return words.join(", ");
        }
    };
    words.to_string()
}
