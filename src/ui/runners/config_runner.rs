//! A runner of a `config.toml` as a form.

use std::rc::Rc;

use yew::prelude::*;

use super::config_panel::{edited, set};
use super::dialog::EXECUTORS;
use super::number_field::NumberField;
use super::text_list::TextList;
use crate::runner::config::{container_table, ConfigRunner, Edit, NewValue, Path, MASK};
use crate::ui::dispatch::use_dispatch;
use crate::ui::i18n::{t, use_i18n};
use crate::ui::widget::{Choice, Field, Glyph, IconButton, Select, Switch, TextField};

/// Which one.
#[derive(Properties, PartialEq)]
pub(super) struct ConfigRunnerFormProps {
    /// The file.
    pub file: u32,
    /// Its place in the file.
    pub index: usize,
    /// How many there are.
    pub count: usize,
    /// What stands there.
    pub runner: Rc<ConfigRunner>,
    /// Whether secrets are shown.
    pub reveal: bool,
}

/// The form.
#[function_component]
pub(super) fn ConfigRunnerForm(props: &ConfigRunnerFormProps) -> Html {
    let (i18n, dispatch) = (use_i18n(), use_dispatch());
    let (file, index, runner) = (props.file, props.index, &*props.runner);
    let container = container_table(&runner.executor);
    let own = move |key: &'static str| Path::runner(index).key(key);
    let inner = move |key: &'static str| Path::runner(index).key(container.unwrap_or("docker")).key(key);
    let text = |path: Path| {
        dispatch.with(move |text: AttrValue| {
            let text = Some(text.trim().to_owned()).filter(|text| !text.is_empty());
            edited(file, set(path.clone(), text.map(NewValue::Text)))
        })
    };
    let list = |path: Path| {
        dispatch.with(move |list: Vec<String>| edited(file, Edit::Set(path.clone(), NewValue::List(list))))
    };
    let id = |part: &str| AttrValue::from(format!("config-{file}-{index}-{part}"));
    let name = AttrValue::from(if runner.name.is_empty() {
        t!(i18n, "runner-unnamed").to_string()
    } else {
        runner.name.clone()
    });
    let moved = |to: usize| edited(file, Edit::MoveRunner { from: index, to });
    let policies: Rc<[AttrValue]> = ["always", "if-not-present", "never"].map(AttrValue::from).into();
    let onlimit =
        dispatch.with(move |limit: Option<i64>| edited(file, set(own("limit"), limit.map(NewValue::Integer))));
    let onexecutor = dispatch
        .with(move |name: AttrValue| edited(file, Edit::Set(own("executor"), NewValue::Text(name.to_string()))));
    let onprivileged = dispatch.with(move |on: bool| edited(file, Edit::Set(inner("privileged"), NewValue::Flag(on))));
    html! {
        <section class="config-runner" aria-labelledby={id("title")}>
            <div class="config-runner-head">
                <h4 id={id("title")}>{ &name }</h4>
                <span class="runner-tools">
                    <IconButton small=true glyph={Glyph::ArrowUp} label={t!(i18n, "config-up", name = name.as_str())}
                        disabled={index == 0} onclick={dispatch.always(moved(index.saturating_sub(1)))} />
                    <IconButton small=true glyph={Glyph::ArrowDown} label={t!(i18n, "config-down", name = name.as_str())}
                        disabled={index + 1 >= props.count} onclick={dispatch.always(moved(index + 1))} />
                    <IconButton small=true glyph={Glyph::Trash} label={t!(i18n, "config-remove", name = name.as_str())}
                        onclick={dispatch.always(edited(file, Edit::RemoveRunner(index)))} />
                </span>
            </div>
            <div class="config-fields">
                <Field id={id("name")} label={t!(i18n, "runner-name")}>
                    <TextField id={id("name")} value={runner.name.clone()} oncommit={text(own("name"))} />
                </Field>
                <Field id={id("executor")} label={t!(i18n, "runner-executor")}>
                    <Select id={id("executor")} value={runner.executor.clone()} onchange={onexecutor}
                        choices={EXECUTORS.iter().map(|name| Choice::plain(name)).collect::<Rc<[_]>>()} />
                </Field>
                <NumberField id={id("limit")} label={t!(i18n, "config-limit")} value={runner.limit} onchange={onlimit}
                    hint={t!(i18n, "config-limit-hint")} placeholder="0" />
                if container.is_some() {
                    <Field id={id("image")} label={t!(i18n, "runner-image")} hint={t!(i18n, "runner-image-hint")}>
                        <TextField id={id("image")} code=true value={runner.image.clone()} oncommit={text(inner("image"))}
                            describedby={format!("{}-hint", id("image"))} />
                    </Field>
                    <TextList id={id("pull")} label={t!(i18n, "config-pull")} items={Rc::from(runner.pull_policy.clone())}
                        completions={policies} hint={t!(i18n, "config-pull-hint")} commas=true onchange={list(inner("pull_policy"))} />
                }
                if container == Some("docker") {
                    <TextList id={id("volumes")} label={t!(i18n, "runner-volumes")} items={Rc::from(runner.volumes.clone())}
                        placeholder="/cache" onchange={list(inner("volumes"))} />
                }
                <TextList id={id("environment")} label={t!(i18n, "config-environment")} items={Rc::from(runner.environment.clone())}
                    shown={(!props.reveal).then(|| covered(runner))} placeholder="NAME=value" onchange={list(own("environment"))} />
                if container.is_some() {
                    <Switch checked={runner.privileged} label={t!(i18n, "runner-privileged-long")} onchange={onprivileged} />
                }
            </div>
        </section>
    }
}

/// Variables without their values, which may be secrets.
fn covered(runner: &ConfigRunner) -> Rc<[String]> {
    let cover = |variable: &String| match variable.split_once('=') {
        Some((name, value)) if !value.is_empty() && ConfigRunner::is_secret(name) => format!("{name}={MASK}"),
        _ => variable.clone(),
    };
    runner.environment.iter().map(cover).collect()
}
