//! The text of a `config.toml`: shown with its secrets covered, or typed.

use std::rc::Rc;

use yew::prelude::*;

use super::request::Request;
use crate::runner::config::Severity;
use crate::ui::dispatch::{use_dispatch, Msg};
use crate::ui::i18n::{t, use_i18n};
use crate::ui::widget::{Button, ButtonKind, Field, Glyph, Switch, TextArea};
use crate::view::machine::{MachineView, TextLine};

/// The text.
#[derive(Properties, PartialEq)]
pub(super) struct ConfigTextProps {
    /// The file.
    pub file: u32,
    /// Its name.
    pub name: Rc<str>,
    /// Its text.
    pub text: Rc<str>,
    /// How it is shown.
    pub view: Rc<MachineView>,
    /// Whether secrets are shown.
    pub reveal: bool,
    /// Gets whether they are to be.
    pub onreveal: Callback<bool>,
}

/// The text.
#[function_component]
pub(super) fn ConfigText(props: &ConfigTextProps) -> Html {
    let (i18n, dispatch) = (use_i18n(), use_dispatch());
    let typing = use_state(|| false);
    let file = props.file;
    let ontoggle = {
        let typing = typing.clone();
        Callback::from(move |_: MouseEvent| typing.set(!*typing))
    };
    let id = AttrValue::from(format!("config-{file}-text"));
    let oncommit = dispatch.with(move |text: AttrValue| Msg::Runners(Request::Type(file, Rc::from(text.as_str()))));
    html! {
        <section class="config-text" aria-labelledby={format!("{id}-title")}>
            <div class="config-text-head">
                <h4 id={format!("{id}-title")}>{ t!(i18n, "config-text") }</h4>
                if props.view.has_secrets && !*typing {
                    <Switch checked={props.reveal} label={t!(i18n, "config-reveal")} onchange={props.onreveal.clone()} />
                }
                <Button kind={ButtonKind::Quiet} glyph={if *typing { Glyph::Check } else { Glyph::Pencil }} onclick={ontoggle}
                    pressed={*typing}>{ t!(i18n, "config-type") }</Button>
            </div>
            if *typing {
                <Field id={id.clone()} label={t!(i18n, "config-type-label", file = &*props.name)} hint={t!(i18n, "config-type-hint")}>
                    <TextArea id={id.clone()} value={props.text.replace("\r\n", "\n")} code=true rows=12 {oncommit}
                        describedby={format!("{id}-hint")} />
                </Field>
            } else {
                <div class="config-lines" role="region" tabindex="0" aria-label={t!(i18n, "config-text-named", file = &*props.name)}>
                    <ol>{ for props.view.lines.iter().map(view_line) }</ol>
                    if props.view.more > 0 { <p>{ t!(i18n, "config-more-lines", count = props.view.more) }</p> }
                </div>
            }
        </section>
    }
}

fn view_line(line: &TextLine) -> Html {
    let severity = line.severity.map(|severity| match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    });
    html! {
        <li key={line.number} data-severity={severity} data-changed={line.changed.then_some("true")}>
            <span class="config-number" aria-hidden="true">{ line.number }</span><code>{ &line.text }</code>
        </li>
    }
}
