//! The view: the fleet, and below it the open files.

use std::rc::Rc;

use yew::prelude::*;

use super::card::RunnerCard;
use super::config_panel::ConfigPanel;
use super::load::LoadView;
use super::request::{OpenConfig, Request};
use crate::runner::desk::{origins, ConfigFile};
use crate::runner::Fleet;
use crate::ui::browser::page;
use crate::ui::dispatch::{use_dispatch, Msg};
use crate::ui::i18n::{t, use_i18n};
use crate::ui::session::{Ask, Perspective};
use crate::ui::widget::{Button, ButtonKind, Glyph, IconButton};
use crate::view::board::Board;
use crate::view::Snapshot;

/// What is shown.
#[derive(Properties, PartialEq)]
pub(crate) struct RunnersViewProps {
    /// The document; none where no pipeline is open.
    pub document: Option<Snapshot>,
    /// The runners.
    pub fleet: Rc<Fleet>,
    /// The jobs with their runners.
    pub board: Rc<Board>,
    /// The open files.
    pub files: Rc<[OpenConfig]>,
    /// Whether there is a step to take back.
    pub can_undo: bool,
    /// Whether there is one to do again.
    pub can_redo: bool,
}

/// The view.
#[function_component]
pub(crate) fn RunnersView(props: &RunnersViewProps) -> Html {
    let (i18n, dispatch) = (use_i18n(), use_dispatch());
    let empty = props.fleet.runners.is_empty() && props.files.is_empty();
    let apple = page::is_apple();
    let kind = if empty { ButtonKind::Primary } else { ButtonKind::Plain };
    let actions = html! {
        <div class="runners-actions">
            <Button key="enter" {kind} glyph={Glyph::Add} onclick={dispatch.always(Msg::Ask(Ask::Runner(None)))}>
                { t!(i18n, "runner-enter") }
            </Button>
            <Button key="open" glyph={Glyph::Open} onclick={dispatch.always(Msg::Runners(Request::Pick))}>
                { t!(i18n, "config-open") }
            </Button>
            <Button key="set-up" glyph={Glyph::Rocket} onclick={dispatch.always(Msg::Ask(Ask::SetUpRunner))}>
                { t!(i18n, "runner-set-up") }
            </Button>
        </div>
    };
    html! {
        <section class="runners" aria-label={t!(i18n, "runners")}>
            <div class="runners-head">
                if props.document.is_none() {
                    <Button key="back" kind={ButtonKind::Quiet} glyph={Glyph::ArrowLeft}
                        onclick={dispatch.always(Msg::Look(Perspective::Board))}>{ t!(i18n, "runners-back") }</Button>
                }
                <h2 key="title">{ t!(i18n, "runners") }</h2>
                <div class="runners-history" key="history">
                    <IconButton glyph={Glyph::Undo} label={t!(i18n, "runners-undo")} disabled={!props.can_undo}
                        shortcut={if apple { "⌘Z" } else { "Ctrl+Z" }}
                        onclick={dispatch.always(Msg::Runners(Request::Undo))} />
                    <IconButton glyph={Glyph::Redo} label={t!(i18n, "runners-redo")} disabled={!props.can_redo}
                        shortcut={if apple { "⇧⌘Z" } else { "Ctrl+Y" }}
                        onclick={dispatch.always(Msg::Runners(Request::Redo))} />
                </div>
                if !empty { { actions.clone() } }
            </div>
            if empty {
                <div class="runners-empty">
                    <p class="runners-lead">{ t!(i18n, "runners-empty") }</p>
                    <ul>
                        <li>{ t!(i18n, "runners-empty-enter") }</li>
                        <li>{ t!(i18n, "runners-empty-open") }</li>
                        <li>{ t!(i18n, "runners-empty-set-up") }</li>
                    </ul>
                    { actions }
                    <p class="runners-note">{ t!(i18n, "runners-private") }</p>
                </div>
            } else {
                <p class="runners-note">{ t!(i18n, "runners-tags-note") }</p>
                { view_fleet(props) }
                if props.document.is_some() { <LoadView board={props.board.clone()} /> }
                { for props.files.iter().map(|file| html! { <ConfigPanel key={file.file.id} file={file.clone()} /> }) }
            }
        </section>
    }
}

fn view_fleet(props: &RunnersViewProps) -> Html {
    let files: Vec<ConfigFile> = props.files.iter().map(|open| open.file.clone()).collect();
    let origins = origins(&props.fleet, &files);
    let file_of = |at: usize| {
        let (id, _) = origins.get(at).copied().flatten()?;
        files.iter().find(|file| file.id == id).map(|file| file.name.clone())
    };
    let runners = props.fleet.runners.iter().enumerate();
    html! {
        <ul class="fleet">
            { for runners.map(|(at, runner)| html! {
                <RunnerCard key={at} {at} runner={Rc::new(runner.clone())} file={file_of(at)} />
            }) }
        </ul>
    }
}
