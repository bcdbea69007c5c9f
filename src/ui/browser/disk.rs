//! Files on disk that can be read again and saved in place, where the browser has the File System Access API.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DataTransfer, File};

use super::files::{self, ReadFile, Turn};
use super::keeper::{self, keeper, Failure, JsDraft, JsOutcome};

/// The browser's handle of a file on disk. Clones are the same file.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct FileHandle(JsValue);

impl FileHandle {
    /// The handle, where it is one.
    pub(super) fn of(value: JsValue) -> Option<Self> {
        value.is_object().then_some(Self(value))
    }

    pub(super) fn js(&self) -> &JsValue {
        &self.0
    }
}

/// What tells one state of a file on disk from the next.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Stamp {
    /// When it was written, in milliseconds since 1970.
    pub modified: f64,
    /// Its bytes.
    pub size: f64,
}

impl Stamp {
    fn of(file: &File) -> Self {
        Self { modified: file.last_modified(), size: file.size() }
    }

    fn js(self) -> JsValue {
        keeper::object(&[("modified", self.modified.into()), ("size", self.size.into())])
    }
}

/// A file on disk and its state when it was last read or written here; none if it was not read in this visit.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct OnDisk {
    /// The file.
    pub handle: FileHandle,
    /// Its state.
    pub stamp: Option<Stamp>,
}

/// What is known of a file that is to be written.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Known {
    /// It may be anything: the person said so.
    Anything,
    /// It was not read in this visit: it has to be read before.
    Unread,
    /// Its state when it was read or written here.
    Read(Stamp),
}

/// What came of saving.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Saved {
    /// The file was written; its state.
    Written(Stamp),
    /// Nothing was written, as the file changed on disk: it as it is now.
    Changed(ReadFile),
}

/// A file that was open in an earlier visit.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Recent {
    /// Its identity among them.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The file.
    pub handle: FileHandle,
}

impl OnDisk {
    /// What is known of it.
    pub(crate) fn known(&self) -> Known {
        self.stamp.map_or(Known::Unread, Known::Read)
    }
}

/// Whether files can be saved in place here.
pub(crate) fn can_save() -> bool {
    keeper::can_save()
}

/// Lets the person pick a file of at most `limit` bytes. None if they pick none.
pub(crate) async fn pick(limit: usize) -> Result<Option<ReadFile>, Failure> {
    let picked = keeper().await?.pick_file().await?;
    if picked.is_undefined() {
        return Ok(None);
    }
    let picked: JsOutcome = picked.unchecked_into();
    Ok(Some(read_with(picked.file(), FileHandle::of(picked.handle()), limit).await))
}

/// Lets the person pick any number of `config.toml` files of at most `limit` bytes each.
pub(crate) async fn pick_configs(limit: usize) -> Result<Vec<ReadFile>, Failure> {
    let picked: Array = keeper().await?.pick_configs().await?.unchecked_into();
    let mut read = Vec::new();
    for outcome in picked.iter() {
        let outcome: JsOutcome = outcome.unchecked_into();
        read.push(read_with(outcome.file(), FileHandle::of(outcome.handle()), limit).await);
    }
    Ok(read)
}

/// Reads the file, asking the person for permission where `ask` says so.
pub(crate) async fn read(handle: &FileHandle, ask: bool, limit: usize) -> Result<ReadFile, Failure> {
    let turn = Turn::next();
    let file: File = keeper().await?.read_file(handle.js(), ask).await?.unchecked_into();
    Ok(ReadFile { turn, ..read_with(file, Some(handle.clone()), limit).await })
}

/// Reads the file without asking, if its state is another than `known`.
pub(crate) async fn read_changed(disk: &OnDisk, limit: usize) -> Result<Option<ReadFile>, Failure> {
    let file: File = keeper().await?.read_file(disk.handle.js(), false).await?.unchecked_into();
    if Some(Stamp::of(&file)) == disk.stamp {
        return Ok(None);
    }
    Ok(Some(read_with(file, Some(disk.handle.clone()), limit).await))
}

/// Writes the file, unless it is another than `known` says.
pub(crate) async fn save(handle: &FileHandle, text: &str, known: Known, limit: usize) -> Result<Saved, Failure> {
    let known = match known {
        Known::Anything => JsValue::UNDEFINED,
        Known::Unread => JsValue::NULL,
        Known::Read(stamp) => stamp.js(),
    };
    let bytes = Uint8Array::from(text.as_bytes());
    let outcome: JsOutcome = keeper().await?.save_file(handle.js(), &bytes, &known).await?.unchecked_into();
    if let Some(file) = outcome.changed() {
        return Ok(Saved::Changed(read_with(file, Some(handle.clone()), limit).await));
    }
    let number = |name: &str| js_sys::Reflect::get(&outcome.stamp(), &name.into()).ok().and_then(|n| n.as_f64());
    let stamp = Stamp { modified: number("modified").unwrap_or_default(), size: number("size").unwrap_or_default() };
    Ok(Saved::Written(stamp))
}

/// Lets the person choose where to save: the place and its name. None if they choose none.
pub(crate) async fn pick_place(name: &str) -> Result<Option<(FileHandle, String)>, Failure> {
    let handle = keeper().await?.pick_place(name).await?;
    let name = handle.unchecked_ref::<JsDraft>();
    Ok(handle.is_object().then(|| (FileHandle(handle.clone()), name.name())))
}

/// Reads a dropped file, with its handle where the browser gives one. Call it during the event.
pub(crate) fn read_dropped(transfer: &DataTransfer, limit: usize, done: impl FnOnce(ReadFile) + 'static) {
    let Some(file) = files::first_of(transfer) else { return };
    let turn = Turn::next();
    let transfer = transfer.clone();
    // The browser gives the handle while the event lasts: the call is made here, and waited for below.
    let handle = wasm_bindgen_futures::future_to_promise(async move { keeper::dropped_handle(&transfer).await });
    wasm_bindgen_futures::spawn_local(async move {
        let handle = wasm_bindgen_futures::JsFuture::from(handle).await.ok().and_then(FileHandle::of);
        done(ReadFile { turn, ..read_with(file, handle, limit).await });
    });
}

/// The files that were open in earlier visits, the last one first.
pub(crate) async fn recent() -> Result<Vec<Recent>, Failure> {
    let list: Array = keeper().await?.recent_files().await?.unchecked_into();
    let recent = |js: JsValue| {
        let js: JsDraft = js.unchecked_into();
        Some(Recent { id: js.id(), name: js.name(), handle: FileHandle::of(js.handle())? })
    };
    Ok(list.iter().filter_map(recent).collect())
}

/// Remembers the file for another visit. Where nothing is stored nothing is remembered, which is no loss.
pub(crate) async fn remember(handle: &FileHandle) {
    if let Ok(keeper) = keeper().await {
        let _ = keeper.remember_file(handle.js()).await;
    }
}

/// Forgets a file that was remembered.
pub(crate) async fn forget(id: &str) {
    if let Ok(keeper) = keeper().await {
        let _ = keeper.forget_file(id).await;
    }
}

async fn read_with(file: File, handle: Option<FileHandle>, limit: usize) -> ReadFile {
    let stamp = Some(Stamp::of(&file));
    let disk = handle.map(|handle| OnDisk { handle, stamp });
    ReadFile { disk, ..files::read(file, limit).await }
}
