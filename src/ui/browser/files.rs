//! Files that people pick or drop.

use std::cell::Cell;

use wasm_bindgen::JsCast;
use web_sys::{File, HtmlInputElement};

use super::disk::OnDisk;
use super::page;

/// A file that was read.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct ReadFile {
    /// Its name without folders.
    pub name: String,
    /// Its bytes; none if it is larger than was asked for or can't be read.
    pub content: Result<Vec<u8>, Unreadable>,
    /// The file on disk, where it can be read again and saved in place.
    pub disk: Option<OnDisk>,
    /// When it was given.
    pub turn: Turn,
}

/// Counts up: what is given later has a later one. A slow answer is known by it for an older one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(crate) struct Turn(u32);

impl Turn {
    /// The next one.
    pub(crate) fn next() -> Self {
        thread_local!(static LAST: Cell<u32> = const { Cell::new(0) });
        Self(LAST.with(|last| last.replace(last.get() + 1)) + 1)
    }
}

/// Why a file has no content.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unreadable {
    /// It has more bytes than the limit; how many.
    TooLarge(usize),
    /// The browser could not read it: a folder, or gone.
    Failed,
}

/// Reads a file of at most `limit` bytes.
pub(super) async fn read(file: File, limit: usize) -> ReadFile {
    let turn = Turn::next();
    let name = file.name();
    let size = file.size() as usize;
    if size > limit {
        return ReadFile { name, content: Err(Unreadable::TooLarge(size)), disk: None, turn };
    }
    let content = match wasm_bindgen_futures::JsFuture::from(file.array_buffer()).await {
        Ok(buffer) => Ok(js_sys::Uint8Array::new(&buffer).to_vec()),
        Err(_) => Err(Unreadable::Failed),
    };
    ReadFile { name, content, disk: None, turn }
}

/// The first of the files that were dropped or pasted.
pub(super) fn first_of(transfer: &web_sys::DataTransfer) -> Option<File> {
    transfer.files()?.get(0)
}

/// The files of a list.
pub(crate) fn list(files: Option<&web_sys::FileList>) -> Vec<File> {
    files.map(|files| (0..files.length()).filter_map(|at| files.get(at)).collect()).unwrap_or_default()
}

/// How many of the files that were dropped have a name of that kind; all of them, or none where one has not.
pub(crate) fn dropped(transfer: &web_sys::DataTransfer, is_kind: impl Fn(&str) -> bool) -> usize {
    let files = list(transfer.files().as_ref());
    if files.iter().all(|file| is_kind(&file.name().to_lowercase())) {
        files.len()
    } else {
        0
    }
}

/// Reads files of at most `limit` bytes each.
pub(crate) fn read_all(files: Vec<File>, limit: usize, done: impl Fn(ReadFile) + 'static) {
    wasm_bindgen_futures::spawn_local(async move {
        for file in files {
            done(read(file, limit).await);
        }
    });
}

/// Lets the person pick any number of files of one kind (as `.toml`), of at most `limit` bytes each.
pub(crate) fn pick_all(kind: &str, limit: usize, picked: impl Fn(ReadFile) + 'static) {
    let Some(input) = page::document().create_element("input").ok().and_then(|e| e.dyn_into::<HtmlInputElement>().ok())
    else {
        return;
    };
    input.set_type("file");
    input.set_accept(kind);
    input.set_multiple(true);
    let chosen = input.clone();
    gloo::events::EventListener::once(&input, "change", move |_| {
        read_all(list(chosen.files().as_ref()), limit, picked);
    })
    .forget();
    input.click();
}

/// Whether what is dragged over the page holds files.
pub(crate) fn holds_files(event: &web_sys::DragEvent) -> bool {
    event.data_transfer().is_some_and(|transfer| transfer.types().iter().any(|kind| kind == "Files"))
}

/// Lets the person pick a file of at most `limit` bytes: `picked` is called if they do.
pub(crate) fn pick(limit: usize, picked: impl FnOnce(ReadFile) + 'static) {
    let Some(input) = page::document().create_element("input").ok().and_then(|e| e.dyn_into::<HtmlInputElement>().ok())
    else {
        return;
    };
    input.set_type("file");
    input.set_accept(".yml,.yaml,text/yaml,application/yaml,text/plain");
    let chosen = input.clone();
    gloo::events::EventListener::once(&input, "change", move |_| {
        if let Some(file) = chosen.files().and_then(|files| files.get(0)) {
            wasm_bindgen_futures::spawn_local(async move { picked(read(file, limit).await) });
        }
    })
    .forget();
    input.click();
}
