//! The page, put together.

use std::rc::Rc;

use yew::prelude::*;

use super::{keys, Ask, Pane, Perspective, Session};
use crate::command::Command;
use crate::editor::Editor;
use crate::pipeline::jobs;
use crate::runner::desk::origins;
use crate::ui::board::BoardView;
use crate::ui::browser::{announce, page};
use crate::ui::dialogs::{
    ChangedOnDiskDialog, DiscardDialog, DropDraftDialog, ExtractDialog, HistoryDialog, MergeDialog, NameDialog,
    NewJobDialog, RewriteDialog, ShareDialog, SharedDialog, ShortcutsDialog,
};
use crate::ui::dispatch::Msg;
use crate::ui::embed::View;
use crate::ui::environments::EnvironmentsView;
use crate::ui::export::ExportDialog;
use crate::ui::flow::FlowView;
use crate::ui::i18n::t;
use crate::ui::inspector::Inspector;
use crate::ui::problems::ProblemsPanel;
use crate::ui::runners::{ConfigChangesDialog, RunnerDialog, RunnersView, SetupGuide};
use crate::ui::shell::{Banner, DropHint, Notice, PaneTabs, PerspectiveTabs, TopBar};
use crate::ui::source::SourcePane;
use crate::ui::start::{NewDialog, StartScreen};
use crate::ui::starters::{CompanionsDialog, CompanionsOffer, InsertDialog};
use crate::ui::widget::{Splitter, ToastList};
use crate::view::changes::Changes;
use crate::view::history::Steps;
use crate::view::inspector::akin;
use crate::view::problems::{Problem, Problems};
use crate::view::Snapshot;

impl Session {
    pub(super) fn view_page(&self) -> Html {
        let (i18n, dispatch) = (&self.i18n, &self.dispatch);
        let embed = self.host.as_ref().map(|host| &host.options);
        html! {
            <div class="app" data-embed={embed.map(|options| options.view.name())}
                data-read-only={self.read_only().then_some("true")}>
                if embed.is_none_or(|options| options.bar) {
                    <TopBar key="bar" header={self.header()} theme={self.theme} source_open={self.source_open}
                        problems_open={self.problems_open} on_disk={self.disk.is_some()} embedded={embed.is_some()}
                        read_only={self.read_only()} companions={!self.companions().is_empty()}
                        problems={embed.is_none_or(|options| options.problems)} />
                }
                { self.editor.as_ref().map_or_else(|| self.view_start(), |editor| self.view_editor(editor)) }
                if self.drag_over { <DropHint key="drop" /> }
                <ToastList key="toasts" toasts={self.messages.list()} label={t!(i18n, "messages")}
                    close_label={t!(i18n, "close")} onclose={dispatch.with(Msg::CloseToast)}
                    onaction={dispatch.with(Msg::ToastAction)} />
                <div key="announcements" id={announce::REGION} class="visually-hidden" role="status" aria-live="polite" />
                <div key="ghosts" id="ghosts" class="ghosts" aria-hidden="true" />
                <div key="dialog">{ self.view_ask() }</div>
            </div>
        }
    }

    fn view_start(&self) -> Html {
        if self.host.is_some() {
            let waiting = t!(self.i18n, "embed-waiting");
            return html! { <main class="start" id="main" key="start"><p class="start-about">{ waiting }</p></main> };
        }
        if self.perspective == Perspective::Runners {
            return html! {
                <main class="runners-alone" id="main" key="runners">
                    <h1 class="visually-hidden">{ t!(self.i18n, "runners") }</h1>
                    { self.view_runners(None) }
                </main>
            };
        }
        let trouble = self.drafts.found.as_ref().err().map(|failure| self.trouble_text(Some(*failure)));
        let drafts = self.drafts.found.clone().unwrap_or_default();
        html! { <StartScreen key="start" {drafts} {trouble} recent={self.drafts.recent.clone()} /> }
    }

    fn view_editor(&self, editor: &Editor) -> Html {
        let (i18n, dispatch) = (&self.i18n, &self.dispatch);
        let broken = !editor.current().is_sound();
        let embed = self.host.as_ref().map(|host| &host.options);
        let (details, read_only) = (embed.is_none_or(|options| options.details), self.read_only());
        let tabs = embed.is_none_or(|options| options.details || options.view == View::Both);
        let first = Problems::first_syntax_error(editor.current());
        let shown = Snapshot::new(editor.shown().clone());
        let pane = match self.pane {
            Pane::Board => "board",
            Pane::Details => "details",
            Pane::Source => "source",
            Pane::Problems => "problems",
        };
        html! {
            <main class="workspace" id="main" key="workspace" data-pane={pane} data-source={if self.source_open { "open" } else { "closed" }}
                data-problems={if self.problems_open { "open" } else { "closed" }}>
                <h1 key="title" class="visually-hidden">{ editor.name() }</h1>
                if let Some(problem) = first {
                    <Banner key="banner" {problem} stale={editor.is_stale()} />
                }
                if self.drafts.trouble.is_some() {
                    <Notice key="notice" text={self.trouble_text(self.drafts.trouble)} />
                }
                if self.offer && embed.is_none() { <CompanionsOffer key="offer" count={self.companions().len()} /> }
                <div class="panes" key="panes">
                    <section class="board-pane" key="board" aria-label={t!(i18n, "board")} data-stale={broken.then_some("true")}>
                        if embed.is_none() {
                            <PerspectiveTabs perspective={self.perspective}>
                                { self.view_perspective(editor, &shown) }
                            </PerspectiveTabs>
                        } else {
                            { self.view_perspective(editor, &shown) }
                        }
                    </section>
                    if details {
                        <section class="inspector" key="inspector" aria-label={t!(i18n, "inspector")}>
                            <Splitter label={t!(i18n, "resize-inspector")} property="--inspector-size"
                                range={(240.0, 640.0)} initial=320.0 after=true />
                            <div class="inspector-scroll">
                                <Inspector document={shown} selection={self.selection()} stale={broken} {read_only}
                                    findings={self.derived.problems.list.clone()}
                                    takers={self.derived.board.takers.clone()} />
                            </div>
                        </section>
                    }
                    if self.source_open || self.pane == Pane::Source {
                        <section class="source" key="source" aria-label={t!(i18n, "source")}>
                            <Splitter key="split" label={t!(i18n, "resize-source")} property="--source-size"
                                range={(240.0, 900.0)} initial=400.0 after=true />
                            <SourcePane key={self.file} document={Snapshot::new(editor.current().clone())}
                                step={self.step.clone()} problems={self.derived.problems.clone()} mark={self.mark}
                                reveal={self.reveal} {read_only} i18n={i18n.clone()} dispatch={dispatch.clone()} />
                        </section>
                    }
                </div>
                if self.problems_open || self.pane == Pane::Problems {
                    <ProblemsPanel key="problems" problems={self.derived.problems.clone()}
                        document={Snapshot::new(editor.current().clone())} checks={self.derived.checks.clone()} />
                }
                if tabs {
                    <PaneTabs key="tabs" pane={self.pane}
                        problems={self.derived.problems.errors + self.derived.problems.warnings} />
                }
            </main>
        }
    }

    fn view_perspective(&self, editor: &Editor, shown: &Snapshot) -> Html {
        let (i18n, dispatch) = (&self.i18n, &self.dispatch);
        match self.perspective {
            Perspective::Board => html! {
                <BoardView board={self.derived.board.clone()} selection={editor.selection().clone()}
                    locked={!editor.current().is_sound() || self.read_only()} i18n={i18n.clone()}
                    dispatch={dispatch.clone()} />
            },
            Perspective::Flow => html! {
                <FlowView document={shown.clone()} selection={editor.selection().clone()} findings={self.findings(editor)} />
            },
            Perspective::Environments => html! {
                <EnvironmentsView document={shown.clone()} selection={editor.selection().clone()}
                    findings={self.findings(editor)} />
            },
            Perspective::Runners => self.view_runners(Some(shown.clone())),
        }
    }

    fn view_runners(&self, document: Option<Snapshot>) -> Html {
        let open = self.desk.files().iter().filter_map(|file| self.open_config(file)).collect::<Rc<[_]>>();
        html! {
            <RunnersView {document} fleet={self.fleet.clone()} files={open} board={self.derived.board.clone()} can_undo={self.desk.last().is_some()}
                can_redo={self.desk.next().is_some()} />
        }
    }

    fn view_config_changes(&self, id: u32) -> Html {
        let Some(file) = self.desk.file(id).and_then(|file| self.open_config(file)) else { return Html::default() };
        html! { <ConfigChangesDialog {file} /> }
    }

    /// What is wrong with the document that is shown. While the text is broken, the problems are of that text.
    fn findings(&self, editor: &Editor) -> Rc<Vec<Problem>> {
        if editor.is_stale() {
            return Rc::default();
        }
        self.derived.problems.list.clone()
    }

    fn view_ask(&self) -> Html {
        let (i18n, dispatch) = (&self.i18n, &self.dispatch);
        let (Some(ask), editor) = (&self.ask, self.editor.as_ref()) else { return Html::default() };
        let name = |title: AttrValue, label, value: &str, confirm, taken, onname: Callback<AttrValue>| {
            let value = AttrValue::from(value.to_owned());
            html! { <NameDialog {title} {label} {value} {confirm} {taken} {onname} /> }
        };
        match (ask, editor) {
            (Ask::New, _) => html! { <NewDialog drafts={self.drafts.found.clone().unwrap_or_default()} /> },
            (Ask::DropDraft(id), _) => html! { <DropDraftDialog id={id.clone()} /> },
            (Ask::Shared(name, lines), editor) => {
                html! { <SharedDialog name={name.clone()} lines={*lines} open={editor.is_some()} /> }
            }
            (Ask::Shortcuts, _) => html! { <ShortcutsDialog /> },
            (Ask::SetUpRunner, _) => html! { <SetupGuide /> },
            (Ask::Runner(at), _) => {
                let origin = at.and_then(|at| *origins(&self.fleet, &self.desk.files()).get(at)?);
                html! { <RunnerDialog fleet={self.fleet.clone()} at={*at} in_config={origin.is_some()} /> }
            }
            (Ask::ConfigChanges(id), _) => self.view_config_changes(*id),
            (_, None) => Html::default(),
            (Ask::Discard, Some(editor)) => {
                html! { <DiscardDialog name={editor.name().to_owned()} mergeable={self.is_mergeable()}
                drafts={self.drafts.trouble.is_none()} /> }
            }
            (Ask::Merge(parts), Some(editor)) => {
                html! { <MergeDialog name={editor.name().to_owned()} parts={parts.clone()} /> }
            }
            (Ask::ChangedOnDisk(saving), Some(editor)) => {
                html! { <ChangedOnDiskDialog name={editor.name().to_owned()} saving={*saving} /> }
            }
            (Ask::Companions, Some(_)) => {
                self.starter().map_or_else(Html::default, |starter| html! { <CompanionsDialog {starter} /> })
            }
            (Ask::InsertJobs, Some(_)) => html! { <InsertDialog /> },
            (Ask::Share(link), Some(_)) => html! { <ShareDialog link={link.clone()} /> },
            (Ask::History, Some(editor)) => html! { <HistoryDialog steps={Steps::of(editor)} /> },
            (Ask::Export, Some(editor)) => html! {
                <ExportDialog name={editor.name().to_owned()} changes={Changes::of(editor)}
                    problems={self.derived.problems.clone()} on_disk={self.disk.is_some()} />
            },
            (Ask::NewJob(stage), Some(editor)) => {
                let document = Snapshot::new(editor.current().clone());
                html! { <NewJobDialog stage={stage.clone()} taken={job_names(editor, None)} {document} /> }
            }
            (Ask::RenameJob(job), Some(editor)) => {
                let old = job.clone();
                let onname = dispatch.with(move |name: AttrValue| {
                    Msg::Run(Command::RenameJob { job: old.clone(), name: name.to_string() })
                });
                let title = t!(i18n, "rename-title", name = job.as_str());
                name(title, t!(i18n, "job-name"), job, t!(i18n, "rename"), job_names(editor, Some(job)), onname)
            }
            (Ask::ExtractBase(job), Some(editor)) => html! {
                <ExtractDialog job={job.clone()} akin={akin(editor.current(), job)} taken={job_names(editor, None)}
                    document={Snapshot::new(editor.current().clone())} />
            },
            (Ask::RenameAnchor(anchor), Some(editor)) => {
                let old = anchor.clone();
                let onname = dispatch.with(move |name: AttrValue| {
                    Msg::Run(Command::RenameAnchor { anchor: old.clone(), name: name.to_string() })
                });
                let title = t!(i18n, "rename-title", name = format!("&{anchor}"));
                let taken = Self::anchor_names(editor, anchor);
                name(title, t!(i18n, "anchor-name"), anchor, t!(i18n, "rename"), taken, onname)
            }
            (Ask::RewriteUses(then, anchor, uses), Some(_)) => html! {
                <RewriteDialog then={(**then).clone()} anchor={anchor.clone()} uses={uses.clone()} />
            },
            (Ask::NewStage(before), Some(_)) => {
                let before = before.clone();
                let onname = dispatch.with(move |name: AttrValue| {
                    Msg::Run(Command::AddStage { name: name.to_string(), before: before.clone() })
                });
                let (title, confirm) = (t!(i18n, "new-stage-title"), t!(i18n, "add-stage"));
                name(title, t!(i18n, "stage-name"), "", confirm, self.stage_names(None), onname)
            }
            (Ask::RenameStage(stage), Some(_)) => {
                let old = stage.clone();
                let onname = dispatch.with(move |name: AttrValue| {
                    Msg::Run(Command::RenameStage { stage: old.clone(), name: name.to_string() })
                });
                let title = t!(i18n, "rename-title", name = stage.as_str());
                name(title, t!(i18n, "stage-name"), stage, t!(i18n, "rename"), self.stage_names(Some(stage)), onname)
            }
        }
    }

    /// The names of all anchors but one.
    fn anchor_names(editor: &Editor, but: &str) -> Rc<[AttrValue]> {
        let names = editor.current().anchored().filter_map(|node| node.anchor());
        names.filter(|name| *name != but).map(|name| AttrValue::from(name.to_owned())).collect()
    }

    fn stage_names(&self, but: Option<&str>) -> Rc<[AttrValue]> {
        let names = self.derived.board.lanes.iter().map(|lane| lane.stage.clone());
        names.filter(|name| Some(name.as_str()) != but).map(AttrValue::from).collect()
    }

    /// Keeps the page from being left while changes would be lost, and marks them in its title.
    pub(super) fn watch_leaving(&mut self) {
        // What is embedded is the page's around to keep.
        match ((self.is_unsaved() || self.has_unsaved_configs()) && self.host.is_none(), &self.guard) {
            (true, None) => self.guard = Some(keys::guard()),
            (false, Some(_)) => self.guard = None,
            _ => {}
        }
        if let Some(header) = self.header() {
            let mark = if header.unsaved { "● " } else { "" };
            page::set_title(&format!("{mark}{} – Pipewright", header.name));
        }
    }
}

fn job_names(editor: &Editor, but: Option<&str>) -> Rc<[AttrValue]> {
    let names = jobs(editor.current()).map(|job| job.name().to_owned());
    names.filter(|name| Some(name.as_str()) != but).map(AttrValue::from).collect()
}
