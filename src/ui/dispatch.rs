//! What parts of the page ask for, and the one stable way to ask.

use yew::prelude::*;

use super::browser::disk::Recent;
use super::browser::drafts::Found;
use super::browser::files::ReadFile;
use super::browser::keeper::Failure;
use super::browser::link::Shared;
use super::browser::port::Letter;
use super::i18n::Language;
use super::runners::Request;
use super::session::{Ask, Pane, Perspective, Picture, SaveEnd, Theme};
use crate::command::{Command, Refusal};
use crate::editor::Selection;
use crate::lint::Level;
use crate::text::{LineChange, Side, Span, Transaction};
use crate::view::starters::{File, Starter};

/// Something that a part of the page asks for.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Msg {
    /// An edit: one undo step. A refusal is shown as a toast.
    Run(Command),
    /// Say why something is not done.
    Refused(Refusal),
    /// Say that something was done.
    Say(AttrValue),
    /// Say that something was not done.
    Complain(AttrValue),
    /// An edit whose refusal is shown where it was asked for, at the field, instead of as a toast.
    Try(Command, Callback<Refusal>),
    /// Take the last step back.
    Undo,
    /// Do the step that was taken back again.
    Redo,
    /// Undo or redo until so many steps are done.
    GoToStep(usize),
    /// Put changes back as they were opened.
    Revert(Vec<LineChange>),
    /// Merge the file that was asked about with the changes here.
    Merge,
    /// Take the merge, each conflict decided.
    TakeMerge(Vec<Side>),
    /// Select, and mark the place in the text.
    Select(Selection),
    /// Select what a card or a lane was opened for: on a narrow page its details come into view.
    Inspect(Selection),
    /// Show a place in the text and put the caret there.
    GoTo(Span),
    /// Mark a place in the text without moving the focus, as while a field of the inspector has it.
    Mark(Option<Span>),
    /// Something was typed in the text pane.
    Typed(Transaction),
    /// The caret in the text pane was moved to a byte.
    Caret(usize),
    /// Copy a job's block under a free name.
    Duplicate(String),
    /// Let the person pick a file.
    Pick,
    /// A file was picked, dropped or pasted.
    OpenFile(ReadFile),
    /// A text was pasted.
    OpenText(String),
    /// Start from a starter.
    Start(Starter),
    /// Put jobs of a starter into the open pipeline; a refusal is shown where it was asked for.
    Insert(Command, Callback<Refusal>),
    /// Say no more that files come with the open pipeline.
    CloseOffer,
    /// Put a companion file on the clipboard.
    CopyCompanion(File),
    /// Hand a companion file out.
    DownloadCompanion(File),
    /// Hand the open file out with its companions, as an archive.
    DownloadZip,
    /// Open what was asked about, although changes are lost.
    Discard,
    /// Open it, and leave what is open as a draft.
    SetAside,
    /// Look for drafts and for files that were open.
    FindDrafts,
    /// What was found.
    DraftsFound(Result<Vec<Found>, Failure>, Vec<Recent>),
    /// Go on with a draft.
    ContinueDraft(String),
    /// A draft is this tab's, or another's.
    DraftHeld(String, bool),
    /// Go on with a copy of a draft that another tab has.
    CopyDraft(String),
    /// Another tab did so.
    DraftCopied(String),
    /// Forget a draft.
    DropDraft(String),
    /// Hand a draft out.
    DownloadDraft(String),
    /// Write the draft of the open file now.
    KeepDraft,
    /// It was written, or why not.
    DraftKept(Option<Failure>),
    /// Open a file of an earlier visit.
    OpenRecent(String),
    /// Forget that a file was open.
    ForgetRecent(String),
    /// Why a file was not opened.
    NotOpened(String, Failure),
    /// Save in place.
    Save,
    /// Save where the person chooses.
    SaveAs,
    /// How saving went.
    Saved(Box<SaveEnd>),
    /// Why nothing was saved; no reason where the person chose no place.
    NotSaved(Option<Failure>),
    /// Save although the file changed on disk.
    Overwrite,
    /// The page came to the front.
    Front,
    /// An opened file was read again, as it is another on disk.
    ReadAgain(u32, ReadFile),
    /// Make a link of the file.
    Share,
    /// The link.
    LinkMade(Result<String, Failure>),
    /// The page's address changed.
    ReadLink,
    /// What it holds.
    LinkRead(Result<Shared, Failure>),
    /// Open what the link holds.
    OpenShared,
    /// The page around asks for something.
    Request(Letter),
    /// Tell the page around what changed.
    TellHost,
    /// Hand the board out as a picture.
    HandPicture(Picture),
    /// Put a link on the clipboard.
    CopyLink(AttrValue),
    /// Open a dialog.
    Ask(Ask),
    /// Close it.
    CloseDialog,
    /// Hand the file out.
    Download,
    /// Put the text on the clipboard.
    Copy,
    /// Whether that went well.
    Copied(bool),
    /// Choose how much a warning matters.
    SetCheck(&'static str, Level),
    /// Another theme.
    SetTheme(Theme),
    /// Another language.
    SetLanguage(Language),
    /// Show or hide the text pane.
    ToggleSource,
    /// Show or hide the list of problems.
    ToggleProblems,
    /// Show one pane on a narrow page.
    ShowPane(Pane),
    /// Look at the pipeline in another way.
    Look(Perspective),
    /// Give a job the tags that lead to a runner, by its place in the fleet.
    GiveTo(String, usize),
    /// Something about the runners and their files.
    Runners(Request),
    /// A message was closed.
    CloseToast(u32),
    /// A message's button was pressed.
    ToastAction(u32),
    /// A file is dragged over the page, or no more.
    DragOver(bool),
    /// A key that the page itself listens to.
    Key(Shortcut),
}

/// Keys of the whole page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shortcut {
    /// Ctrl+Z
    Undo,
    /// Ctrl+Y, Ctrl+Shift+Z
    Redo,
    /// Ctrl+S
    Save,
    /// Ctrl+Shift+S
    Export,
    /// Ctrl+O
    Open,
    /// F8, Shift+F8
    Problem {
        /// Whether to the next one.
        forward: bool,
    },
    /// ?
    Help,
}

/// The way to ask. A context that never changes.
#[derive(Clone, PartialEq)]
pub(crate) struct Dispatch(Callback<Msg>);

impl Dispatch {
    /// Asks through `callback`.
    pub(crate) fn new(callback: Callback<Msg>) -> Self {
        Self(callback)
    }

    /// Asks for something.
    pub(crate) fn send(&self, msg: Msg) {
        self.0.emit(msg);
    }

    /// Asks for an edit.
    pub(crate) fn run(&self, command: Command) {
        self.send(Msg::Run(command));
    }

    /// A callback that asks for the same each time.
    pub(crate) fn always<E: 'static>(&self, msg: Msg) -> Callback<E> {
        self.0.reform(move |_| msg.clone())
    }

    /// A callback that asks for what it makes of its argument.
    pub(crate) fn with<E: 'static>(&self, make: impl Fn(E) -> Msg + 'static) -> Callback<E> {
        self.0.reform(make)
    }
}

/// The way to ask, inside the page. Outside of it (as in a test of one component) nothing hears.
#[hook]
pub(crate) fn use_dispatch() -> Dispatch {
    use_context::<Dispatch>().unwrap_or_else(|| Dispatch::new(Callback::noop()))
}
