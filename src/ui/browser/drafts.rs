//! Drafts in the browser's storage: what was edited and not saved, one for each file, with the tab that has it.

use js_sys::Array;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};

use super::disk::FileHandle;
use super::keeper::{self, keeper, Failure, JsDraft};

/// What is kept of a file that is being edited.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Draft {
    /// Its identity, the same for each state of one file.
    pub id: String,
    /// The file's name.
    pub name: String,
    /// The text as it stands.
    pub text: String,
    /// The text as the file has it.
    pub opened: String,
    /// The undo steps, see [`Editor::history_text`](crate::editor::Editor::history_text).
    pub history: String,
    /// The file on disk.
    pub handle: Option<FileHandle>,
}

/// A draft that was found.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Found {
    /// What is in it.
    pub draft: Draft,
    /// When it was kept, in milliseconds since 1970.
    pub time: f64,
    /// Whether another tab has it open.
    pub elsewhere: bool,
}

/// Keeps a draft in place of what it was.
pub(crate) async fn keep(draft: Draft) -> Result<(), Failure> {
    let mut entries = vec![
        ("id", draft.id.into()),
        ("name", draft.name.into()),
        ("text", draft.text.into()),
        ("opened", draft.opened.into()),
        ("history", draft.history.into()),
    ];
    entries.extend(draft.handle.map(|handle| ("handle", handle.js().clone())));
    let record: JsDraft = keeper::object(&entries).unchecked_into();
    Ok(keeper().await?.keep_draft(&record).await?)
}

/// Forgets a draft.
pub(crate) async fn forget(id: &str) -> Result<(), Failure> {
    Ok(keeper().await?.drop_draft(id).await?)
}

/// All drafts, the newest first.
pub(crate) async fn list() -> Result<Vec<Found>, Failure> {
    let list: Array = keeper().await?.list_drafts().await?.unchecked_into();
    let found = |js: JsValue| {
        let js: JsDraft = js.unchecked_into();
        let draft = Draft {
            id: js.id(),
            name: js.name(),
            text: js.text(),
            opened: js.opened(),
            history: js.history().unwrap_or_default(),
            handle: FileHandle::of(js.handle()),
        };
        Found { draft, time: js.time(), elsewhere: js.elsewhere() }
    };
    Ok(list.iter().map(found).collect())
}

/// Takes a draft for this tab. Whether no other tab has it.
pub(crate) async fn hold(id: &str) -> bool {
    let Ok(keeper) = keeper().await else { return true };
    keeper.hold_draft(id).await.map_or(true, |held| held.is_truthy())
}

/// Lets other tabs have a draft.
pub(crate) async fn release(id: &str) {
    if let Ok(keeper) = keeper().await {
        keeper.release_draft(id);
    }
}

/// Tells the tab that has a draft that this one goes on with a copy of it.
pub(crate) async fn tell_copied(id: &str) {
    if let Ok(keeper) = keeper().await {
        keeper.tell_copied(id);
    }
}

/// Calls `act` with the id of a draft that another tab goes on with a copy of, as long as the page is there.
pub(crate) async fn on_copied(act: impl Fn(String) + 'static) {
    if let Ok(keeper) = keeper().await {
        keeper.on_copied(Closure::<dyn Fn(String)>::new(act).into_js_value());
    }
}

/// A name that no other draft has.
pub(crate) fn new_id() -> String {
    let part = || format!("{:08x}", (js_sys::Math::random() * f64::from(u32::MAX)) as u32);
    format!("{:x}-{}{}", js_sys::Date::now() as u64, part(), part())
}

/// Calls `act` when the browser has nothing better to do, after `least` and within `most` milliseconds.
pub(crate) fn when_idle(least: u32, most: u32, act: impl FnOnce() + 'static) {
    keeper::when_idle(Closure::once_into_js(act), least, most);
}
