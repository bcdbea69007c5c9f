//! An open `config.toml`: its values as a form, its problems, its text.

use std::rc::Rc;

use yew::prelude::*;

use super::config_runner::ConfigRunnerForm;
use super::config_text::ConfigText;
use super::number_field::NumberField;
use super::problem::view_problem;
use super::request::{OpenConfig, Request};
use crate::runner::config::{Edit, Machine, NewRunner, NewValue, Path};
use crate::ui::dispatch::{use_dispatch, Dispatch, Msg};
use crate::ui::i18n::{t, use_i18n, I18n};
use crate::ui::session::Ask;
use crate::ui::widget::{Button, ButtonKind, Choice, Field, Glyph, Icon, IconButton, Select};
use crate::view::machine::MachineView;

/// Which file.
#[derive(Properties, PartialEq)]
pub(super) struct ConfigPanelProps {
    /// It.
    pub file: OpenConfig,
}

/// An edit of a file.
pub(super) fn edited(id: u32, edit: Edit) -> Msg {
    Msg::Runners(Request::Edit(id, edit))
}

/// The edit that gives a key a value, or takes it away where there is none.
pub(super) fn set(path: Path, value: Option<NewValue>) -> Edit {
    match value {
        Some(value) => Edit::Set(path, value),
        None => Edit::Remove(path),
    }
}

/// The panel.
#[function_component]
pub(super) fn ConfigPanel(props: &ConfigPanelProps) -> Html {
    let (i18n, dispatch) = (use_i18n(), use_dispatch());
    let reveal = use_state(|| false);
    let (open, id) = (&props.file, props.file.file.id);
    let document = &open.file.document;
    let view = MachineView::of(document, &open.opened, *reveal);
    let machine = document.machine();
    let name = &*open.file.name;
    let onreveal = {
        let reveal = reveal.clone();
        Callback::from(move |on: bool| reveal.set(on))
    };
    html! {
        <section class="config" aria-label={name.to_owned()}>
            <header class="config-head">
                <Icon glyph={Glyph::File} />
                <h3>{ name }</h3>
                if open.unsaved { <span class="config-unsaved">{ t!(i18n, "unsaved") }</span> }
                <span class="config-actions">
                    <Button kind={if open.unsaved { ButtonKind::Primary } else { ButtonKind::Plain }} glyph={Glyph::Download}
                        label={t!(i18n, "config-export-named", file = name)}
                        onclick={dispatch.always(Msg::Ask(Ask::ConfigChanges(id)))}>{ t!(i18n, "export-more") }</Button>
                    <IconButton glyph={Glyph::Close} label={t!(i18n, "config-close", file = name)}
                        onclick={dispatch.always(Msg::Runners(Request::Close(id)))} />
                </span>
            </header>
            <p class="runners-note">{ t!(i18n, "config-private") }</p>
            if !view.problems.is_empty() {
                <ul class="config-problems" aria-label={t!(i18n, "config-problems", file = name)}>
                    { for view.problems.iter().enumerate().map(|(at, (line, problem))| {
                        let fix = problem.fix.clone();
                        let dispatch = dispatch.clone();
                        let onfix = Callback::from(move |_: MouseEvent| {
                            if let Some(fix) = &fix {
                                dispatch.send(edited(id, fix.clone()));
                            }
                        });
                        view_problem(&i18n, at, *line, problem, onfix)
                    }) }
                </ul>
            }
            if document.tree().is_ok() {
                { view_machine(&i18n, &dispatch, id, &machine) }
                { for machine.runners.iter().enumerate().map(|(index, runner)| html! {
                    <ConfigRunnerForm key={index} file={id} {index} count={machine.runners.len()}
                        runner={Rc::new(runner.clone())} reveal={*reveal} />
                }) }
                <Button glyph={Glyph::Add} onclick={dispatch.always(edited(id, Edit::AddRunner(new_runner(&machine))))}>
                    { t!(i18n, "config-add-runner") }
                </Button>
            }
            <ConfigText file={id} name={open.file.name.clone()} text={document.text().clone()} view={Rc::new(view)}
                reveal={*reveal} {onreveal} />
        </section>
    }
}

fn new_runner(machine: &Machine) -> NewRunner {
    let url = machine.runners.last().map(|runner| runner.url.clone()).filter(|url| !url.is_empty());
    NewRunner {
        name: format!("runner {}", machine.runners.len() + 1),
        url: url.unwrap_or_else(|| "https://gitlab.com".to_owned()),
        executor: "docker".to_owned(),
        image: "docker:latest".to_owned(),
    }
}

fn view_machine(i18n: &I18n, dispatch: &Dispatch, id: u32, machine: &Machine) -> Html {
    let at = |name: &str| Path::default().key(name);
    let number = |name: &'static str| {
        dispatch
            .with(move |number: Option<i64>| edited(id, set(Path::default().key(name), number.map(NewValue::Integer))))
    };
    let onlevel = {
        let path = at("log_level");
        dispatch.with(move |level: AttrValue| {
            let value = Some(level.to_string()).filter(|level| !level.is_empty()).map(NewValue::Text);
            edited(id, set(path.clone(), value))
        })
    };
    let levels: Rc<[Choice]> =
        std::iter::once(Choice { value: "".into(), label: t!(i18n, "config-log-level-default") })
            .chain(["debug", "info", "warn", "error", "fatal", "panic"].map(Choice::plain))
            .collect();
    html! {
        <fieldset class="config-machine">
            <legend>{ t!(i18n, "config-machine") }</legend>
            <NumberField id={format!("config-{id}-concurrent")} label={t!(i18n, "config-concurrent")} value={machine.concurrent}
                hint={t!(i18n, "config-concurrent-hint")} placeholder="1" onchange={number("concurrent")} />
            <NumberField id={format!("config-{id}-interval")} label={t!(i18n, "config-interval")} value={machine.check_interval}
                hint={t!(i18n, "config-interval-hint")} placeholder="3" onchange={number("check_interval")} />
            <Field id={format!("config-{id}-log")} label={t!(i18n, "config-log-level")} hint={t!(i18n, "config-log-level-hint")}>
                <Select id={format!("config-{id}-log")} value={machine.log_level.clone()} choices={levels} onchange={onlevel}
                    describedby={format!("config-{id}-log-hint")} />
            </Field>
        </fieldset>
    }
}
