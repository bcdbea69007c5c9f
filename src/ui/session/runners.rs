//! The team's runners: entered by the person, kept by the browser.

use std::rc::Rc;

use super::Session;
use crate::runner::Fleet;
use crate::ui::browser::store;

/// The runners of the last visit; none where what is kept can't be read.
pub(super) fn kept() -> Rc<Fleet> {
    let fleet = store::get("runners").and_then(|text| serde_json::from_str(&text).ok());
    Rc::new(fleet.unwrap_or_default())
}

impl Session {
    pub(super) fn set_fleet(&mut self, fleet: Rc<Fleet>) {
        if self.host.is_none() {
            if let Ok(text) = serde_json::to_string(&*fleet) {
                store::set("runners", &text);
            }
        }
        self.fleet = fleet;
        self.derived.forget();
        self.derived_anew();
    }
}
