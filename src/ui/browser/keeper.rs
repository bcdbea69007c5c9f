//! The JavaScript that keeps and hands out the text (js/keeper): loading it, and its errors with a type.

use js_sys::{Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use web_sys::{DataTransfer, File};

/// Why the browser did not do it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Failure {
    /// Its storage is full.
    Full,
    /// It may not: no permission, or no storage in a private window.
    Refused,
    /// The file is gone.
    Gone,
    /// More than a limit that was given.
    TooMuch,
    /// A form of a newer version.
    Newer,
    /// What it reads is damaged, or anything else.
    Damaged,
}

impl From<JsValue> for Failure {
    fn from(error: JsValue) -> Self {
        let name = Reflect::get(&error, &"name".into()).ok().and_then(|name| name.as_string()).unwrap_or_default();
        match name.as_str() {
            "QuotaExceededError" => Failure::Full,
            "SecurityError" | "NotAllowedError" | "InvalidStateError" | "ReferenceError" => Failure::Refused,
            "NotFoundError" => Failure::Gone,
            "RangeError" => Failure::TooMuch,
            "VersionError" => Failure::Newer,
            _ => Failure::Damaged,
        }
    }
}

/// The loaded module.
pub(super) async fn keeper() -> Result<Keeper, Failure> {
    Ok(load_keeper().await?.unchecked_into())
}

#[wasm_bindgen(module = "/src/ui/browser/js/keeper_bridge.js")]
extern "C" {
    #[wasm_bindgen(catch, js_name = loadKeeper)]
    async fn load_keeper() -> Result<JsValue, JsValue>;

    #[wasm_bindgen(js_name = canSave)]
    pub(super) fn can_save() -> bool;

    #[wasm_bindgen(catch, js_name = droppedHandle)]
    pub(super) async fn dropped_handle(transfer: &DataTransfer) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(js_name = whenIdle)]
    pub(super) fn when_idle(act: JsValue, least: u32, most: u32);
}

#[wasm_bindgen]
extern "C" {
    /// The module js/keeper/index.js.
    pub(super) type Keeper;

    #[wasm_bindgen(method, catch, js_name = keepDraft)]
    pub(super) async fn keep_draft(this: &Keeper, draft: &JsDraft) -> Result<(), JsValue>;
    #[wasm_bindgen(method, catch, js_name = dropDraft)]
    pub(super) async fn drop_draft(this: &Keeper, id: &str) -> Result<(), JsValue>;
    #[wasm_bindgen(method, catch, js_name = listDrafts)]
    pub(super) async fn list_drafts(this: &Keeper) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(method, catch, js_name = holdDraft)]
    pub(super) async fn hold_draft(this: &Keeper, id: &str) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(method, js_name = releaseDraft)]
    pub(super) fn release_draft(this: &Keeper, id: &str);
    #[wasm_bindgen(method, js_name = tellCopied)]
    pub(super) fn tell_copied(this: &Keeper, id: &str);
    #[wasm_bindgen(method, js_name = onCopied)]
    pub(super) fn on_copied(this: &Keeper, act: JsValue);

    #[wasm_bindgen(method, catch, js_name = recentFiles)]
    pub(super) async fn recent_files(this: &Keeper) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(method, catch, js_name = rememberFile)]
    pub(super) async fn remember_file(this: &Keeper, handle: &JsValue) -> Result<(), JsValue>;
    #[wasm_bindgen(method, catch, js_name = forgetFile)]
    pub(super) async fn forget_file(this: &Keeper, id: &str) -> Result<(), JsValue>;

    #[wasm_bindgen(method, catch, js_name = pickFile)]
    pub(super) async fn pick_file(this: &Keeper) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(method, catch, js_name = pickConfigs)]
    pub(super) async fn pick_configs(this: &Keeper) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(method, catch, js_name = readFile)]
    pub(super) async fn read_file(this: &Keeper, handle: &JsValue, ask: bool) -> Result<JsValue, JsValue>;
    // An array of its own: a view of the memory of WebAssembly would be empty once that grows, which it may while the file
    // is being written.
    #[wasm_bindgen(method, catch, js_name = saveFile)]
    pub(super) async fn save_file(
        this: &Keeper,
        handle: &JsValue,
        bytes: &Uint8Array,
        known: &JsValue,
    ) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(method, catch, js_name = pickPlace)]
    pub(super) async fn pick_place(this: &Keeper, name: &str) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, catch)]
    pub(super) async fn pack(this: &Keeper, name: &str, text: &str) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(method, catch)]
    pub(super) async fn unpack(this: &Keeper, hash: &str, longest: u32, limit: u32) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, catch)]
    pub(super) async fn png(this: &Keeper, svg: &str) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(method, catch)]
    pub(super) async fn zip(this: &Keeper, files: js_sys::Array) -> Result<JsValue, JsValue>;

    /// A draft, a file that was open, what a link holds: each has some of these.
    #[derive(Debug, Clone, PartialEq)]
    pub(super) type JsDraft;
    #[wasm_bindgen(method, getter)]
    pub(super) fn id(this: &JsDraft) -> String;
    #[wasm_bindgen(method, getter)]
    pub(super) fn name(this: &JsDraft) -> String;
    #[wasm_bindgen(method, getter)]
    pub(super) fn text(this: &JsDraft) -> String;
    #[wasm_bindgen(method, getter)]
    pub(super) fn opened(this: &JsDraft) -> String;
    #[wasm_bindgen(method, getter)]
    pub(super) fn history(this: &JsDraft) -> Option<String>;
    #[wasm_bindgen(method, getter)]
    pub(super) fn time(this: &JsDraft) -> f64;
    #[wasm_bindgen(method, getter)]
    pub(super) fn elsewhere(this: &JsDraft) -> bool;
    #[wasm_bindgen(method, getter)]
    pub(super) fn handle(this: &JsDraft) -> JsValue;

    /// What saving and picking give.
    pub(super) type JsOutcome;
    #[wasm_bindgen(method, getter)]
    pub(super) fn file(this: &JsOutcome) -> File;
    #[wasm_bindgen(method, getter)]
    pub(super) fn handle(this: &JsOutcome) -> JsValue;
    #[wasm_bindgen(method, getter)]
    pub(super) fn changed(this: &JsOutcome) -> Option<File>;
    #[wasm_bindgen(method, getter)]
    pub(super) fn stamp(this: &JsOutcome) -> JsValue;
}

/// A plain JavaScript object. Setting a property of one never fails.
pub(super) fn object(entries: &[(&str, JsValue)]) -> JsValue {
    let object = js_sys::Object::new();
    for (name, value) in entries {
        let set = Reflect::set(&object, &(*name).into(), value);
        debug_assert!(set.is_ok());
    }
    object.into()
}
