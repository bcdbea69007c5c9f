//! The session: it owns the open file and everything else that changes, and hears every request.

mod derived;
mod disk;
mod drafts;
mod edits;
mod files;
mod give;
mod host;
mod keys;
mod messages;
mod perspective;
mod picture;
mod preferences;
mod runners;
mod share;
mod starters;
mod view;
mod warm;

use std::rc::Rc;

use gloo::events::EventListener;
use yew::prelude::*;

use self::derived::Derived;
use self::drafts::Drafts;
use self::files::Opened;
use self::host::Host;
use self::messages::Messages;
use super::browser::disk::OnDisk;
use super::browser::drafts::when_idle;
use super::browser::files::Turn;
use super::dispatch::{Dispatch, Msg};
use super::i18n::I18n;
use super::source::TextStep;
use super::widget::ToastKind;
use crate::command::{AnchorUse, Command};
use crate::editor::{Editor, Selection};
use crate::runner::desk::Desk;
use crate::runner::Fleet;
use crate::text::{MergePart, Span};

pub(crate) use disk::SaveEnd;
pub(crate) use perspective::Perspective;
pub(crate) use picture::Picture;
pub(crate) use preferences::Theme;
pub(crate) use share::LINK_LIMIT;

/// A dialog that asks for something.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Ask {
    /// A new pipeline, from a starter or a file.
    New,
    /// The files that come with the open pipeline.
    Companions,
    /// Which jobs of a starter come into the open pipeline.
    InsertJobs,
    /// A new job in a stage.
    NewJob(String),
    /// Another name for a job.
    RenameJob(String),
    /// A new stage, before another or at the end.
    NewStage(Option<String>),
    /// Another name for a stage.
    RenameStage(String),
    /// Which jobs and keywords go into a new base, beginning with a job.
    ExtractBase(String),
    /// Another name for an anchor.
    RenameAnchor(String),
    /// Whether the uses of an anchor are written out for a command that it stands against.
    RewriteUses(Box<Command>, String, Vec<AnchorUse>),
    /// Whether changes may be lost.
    Discard,
    /// The conflicts between the changes here and the file as it is now.
    Merge(Vec<MergePart>),
    /// The undo steps.
    History,
    /// What was changed, to hand it out.
    Export,
    /// The file as a link; the link.
    Share(AttrValue),
    /// Whether a link is opened: the name of the file in it, and its lines.
    Shared(AttrValue, usize),
    /// Whether a draft may be lost, by its id.
    DropDraft(String),
    /// What to do with a file that changed on disk; whether it was about to be saved.
    ChangedOnDisk(bool),
    /// A runner: which one of the fleet, or a new one.
    Runner(Option<usize>),
    /// The commands that set a runner up.
    SetUpRunner,
    /// What was changed in a `config.toml`, to hand it out.
    ConfigChanges(u32),
    /// The keys.
    Shortcuts,
}

/// The panes of which a narrow page shows one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Pane {
    /// The board.
    #[default]
    Board,
    /// The inspector.
    Details,
    /// The text.
    Source,
    /// The problems.
    Problems,
}

/// A place in the text to show. The number tells two requests for one place apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Reveal {
    /// Where.
    pub span: Span,
    /// Whether the caret goes there.
    pub focus: bool,
    /// Counts up.
    pub serial: u32,
}

/// The session.
pub(crate) struct Session {
    editor: Option<Editor>,
    derived: Derived,
    /// The text that was handed out last.
    saved: Option<Rc<str>>,
    /// Where the file is saved in place.
    disk: Option<OnDisk>,
    /// The state of the file on disk that the person was asked about already.
    seen: Option<OnDisk>,
    /// Whether it is being saved.
    saving: bool,
    drafts: Drafts,
    /// The page around, where there is one.
    host: Option<Host>,
    /// The file that opens if changes may be lost.
    pending: Option<Opened>,
    /// The last change of the text that the text pane did not make itself.
    step: Option<TextStep>,
    /// Counts opened files.
    file: u32,
    /// When the file that opened last was given.
    turn: Turn,
    mark: Option<Span>,
    /// Where the caret was last: the walk through the problems goes on from there.
    caret: usize,
    reveal: Option<Reveal>,
    dispatch: Dispatch,
    i18n: I18n,
    theme: Theme,
    messages: Messages,
    ask: Option<Ask>,
    source_open: bool,
    problems_open: bool,
    pane: Pane,
    perspective: Perspective,
    /// The team's runners.
    fleet: Rc<Fleet>,
    /// The open `config.toml` files, and what undo takes back of them and of the fleet.
    desk: Desk,
    /// How the open files were last saved.
    baselines: Vec<runners::Baseline>,
    /// The message whose button takes back what was done to the runners.
    runners_toast: Option<u32>,
    drag_over: bool,
    /// Whether it is said that files come with the open pipeline.
    offer: bool,
    /// Listens while changes would be lost.
    guard: Option<EventListener>,
    _listeners: Vec<EventListener>,
}

impl Component for Session {
    type Message = Msg;
    type Properties = ();

    fn create(ctx: &Context<Self>) -> Self {
        let dispatch = Dispatch::new(ctx.link().callback(|msg| msg));
        let host = Host::of_address();
        // A page of others is not the place for what this browser keeps.
        let fleet = host.as_ref().map_or_else(runners::kept, |_| Rc::default());
        let (language, theme) = preferences::at_start(host.as_ref().map(|host| &host.options));
        let mut session = Self {
            editor: None,
            derived: Derived::new(preferences::checks()),
            saved: None,
            disk: None,
            seen: None,
            saving: false,
            drafts: Drafts::new(),
            host,
            pending: None,
            step: None,
            file: 0,
            turn: Turn::default(),
            mark: None,
            caret: 0,
            reveal: None,
            i18n: I18n::new(language),
            theme,
            messages: Messages::default(),
            ask: None,
            source_open: preferences::source_open(),
            problems_open: false,
            pane: Pane::default(),
            perspective: Perspective::default(),
            fleet,
            desk: Desk::default(),
            baselines: Vec::new(),
            runners_toast: None,
            drag_over: false,
            offer: false,
            guard: None,
            _listeners: keys::listen(&dispatch),
            dispatch,
        };
        if session.host.is_some() {
            session.show_view();
            session.greet();
        } else {
            session.open_carried();
            session.find_drafts();
        }
        session.read_link();
        if session.editor.is_none() {
            when_idle(0, 1000, warm::up);
        }
        session
    }

    fn update(&mut self, _ctx: &Context<Self>, msg: Msg) -> bool {
        if !self.passes(&msg) {
            return false;
        }
        let changed = self.hear(msg);
        if self.host.is_some() {
            self.mind_host();
        } else {
            self.mind_draft();
        }
        changed
    }

    fn rendered(&mut self, _ctx: &Context<Self>, _first: bool) {
        self.watch_leaving();
    }

    fn view(&self, _ctx: &Context<Self>) -> Html {
        html! {
            <ContextProvider<Dispatch> context={self.dispatch.clone()}>
                <ContextProvider<I18n> context={self.i18n.clone()}>
                    <ContextProvider<Rc<Fleet>> context={self.fleet.clone()}>
                        { self.view_page() }
                    </ContextProvider<Rc<Fleet>>>
                </ContextProvider<I18n>>
            </ContextProvider<Dispatch>>
        }
    }
}

impl Session {
    /// Does what is asked. Whether the page shows something else now.
    fn hear(&mut self, msg: Msg) -> bool {
        match msg {
            Msg::Run(command) => {
                if let Err(refusal) = self.run(command.clone()) {
                    self.refused_or_asked(command, refusal);
                }
            }
            Msg::Try(command, refused) => {
                if let Err(refusal) = self.run(command) {
                    refused.emit(refusal);
                }
            }
            Msg::Refused(refusal) => self.refused(&refusal),
            Msg::GoToStep(done) => self.go_to_step(done),
            Msg::Revert(changes) => self.revert(&changes),
            Msg::Merge => self.merge(),
            Msg::TakeMerge(sides) => self.take_merge(&sides),
            Msg::Undo => self.undo(),
            Msg::Redo => self.redo(),
            Msg::Select(selection) => self.select(selection),
            Msg::Inspect(selection) => {
                self.select(selection);
                if preferences::is_narrow() {
                    self.pane = Pane::Details;
                }
            }
            Msg::GoTo(span) => self.go_to(span),
            Msg::Mark(span) => self.mark = span.or_else(|| self.span_of_selection()),
            Msg::Typed(transaction) => self.type_text(transaction),
            Msg::Caret(offset) => {
                self.caret = offset;
                return self.follow_caret(offset);
            }
            Msg::Duplicate(job) => self.duplicate(&job),
            Msg::Pick => self.pick(),
            Msg::OpenFile(file) => self.open_file(file),
            Msg::OpenText(text) => self.open_text(&text),
            Msg::Start(starter) => self.start(starter),
            Msg::Insert(command, refused) => self.insert(command, &refused),
            Msg::CloseOffer => self.offer = false,
            Msg::CopyCompanion(file) => self.copy_companion(file),
            Msg::DownloadCompanion(file) => self.download_companion(file),
            Msg::DownloadZip => self.download_zip(),
            Msg::Discard => {
                self.forget_draft();
                self.go_over();
            }
            Msg::SetAside => self.set_aside(),
            Msg::Say(text) => {
                self.messages.show(&self.dispatch, ToastKind::Done, text, None);
            }
            Msg::Complain(text) => self.refuse(text),
            Msg::FindDrafts => self.find_drafts(),
            Msg::DraftsFound(found, recent) => self.drafts_found(found, recent),
            Msg::ContinueDraft(id) => self.continue_draft(id),
            Msg::DraftHeld(id, ours) => self.draft_held(&id, ours),
            Msg::CopyDraft(id) => self.copy_draft(id),
            Msg::DraftCopied(id) => self.draft_copied(&id),
            Msg::DropDraft(id) => self.drop_draft(&id),
            Msg::DownloadDraft(id) => self.download_draft(&id),
            Msg::KeepDraft => {
                self.keep_draft();
                return false;
            }
            Msg::DraftKept(failure) => return self.draft_kept(failure),
            Msg::OpenRecent(id) => self.open_recent(&id),
            Msg::ForgetRecent(id) => self.forget_recent(id),
            Msg::NotOpened(name, failure) => self.not_opened(&name, failure),
            Msg::Save => self.save(),
            Msg::SaveAs => self.save_as(),
            Msg::Saved(save) => self.save_ended(*save),
            Msg::NotSaved(failure) => self.not_saved(failure),
            Msg::Overwrite => self.overwrite(),
            Msg::Front => {
                self.check_disk();
                if self.editor.is_none() {
                    self.find_drafts();
                }
                return false;
            }
            Msg::ReadAgain(file, read) => self.read_again(file, read),
            Msg::Share => self.share(),
            Msg::LinkMade(link) => self.link_made(link),
            Msg::ReadLink => {
                self.read_link();
                return false;
            }
            Msg::LinkRead(shared) => self.link_read(shared),
            Msg::OpenShared => self.open_shared(),
            Msg::Request(letter) => self.answer(&letter),
            Msg::TellHost => {
                self.tell_host();
                return false;
            }
            Msg::HandPicture(picture) => self.hand_picture(picture),
            Msg::CopyLink(link) => self.copy_link(&link),
            Msg::Ask(ask) => {
                if ask == Ask::New {
                    self.find_drafts();
                }
                self.offer &= ask != Ask::Companions;
                self.ask = Some(ask);
            }
            Msg::CloseDialog => {
                self.ask = None;
                self.pending = None;
            }
            Msg::Download => self.download(),
            Msg::Copy => self.copy(),
            Msg::Copied(done) => self.copied(done),
            Msg::SetCheck(rule, level) => self.set_check(rule, level),
            Msg::SetTheme(theme) => self.set_theme(theme),
            Msg::SetLanguage(language) => self.set_language(language),
            Msg::ToggleSource => self.toggle_source(),
            Msg::ToggleProblems => self.problems_open = !self.problems_open,
            Msg::ShowPane(pane) => {
                self.pane = pane;
                self.reveal = None;
            }
            Msg::Look(perspective) => self.perspective = perspective,
            Msg::GiveTo(job, runner) => self.give_to(&job, runner),
            Msg::Runners(request) => self.hear_runners(request),
            Msg::CloseToast(id) => return self.messages.close(id),
            Msg::ToastAction(id) => {
                self.messages.close(id);
                if self.runners_toast == Some(id) {
                    self.undo_runners();
                } else {
                    self.undo();
                }
            }
            Msg::DragOver(over) => {
                let changed = self.drag_over != over;
                self.drag_over = over;
                return changed;
            }
            Msg::Key(shortcut) => self.shortcut(shortcut),
        }
        true
    }

    fn selection(&self) -> Selection {
        self.editor.as_ref().map(|editor| editor.selection().clone()).unwrap_or_default()
    }
}
