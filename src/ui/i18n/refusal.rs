//! Why a command was not carried out, in the page's language.

use yew::AttrValue;

use super::{t, I18n};
use crate::command::{AnchorUse, NoRules, Refusal};

/// The sentence for a refusal.
pub(crate) fn refusal_text(i18n: &I18n, refusal: &Refusal) -> AttrValue {
    match refusal {
        Refusal::BrokenText => t!(i18n, "refused-broken-text"),
        Refusal::NoSuchJob(name) => t!(i18n, "refused-no-such-job", name = name.as_str()),
        Refusal::NoSuchStage(name) => t!(i18n, "refused-no-such-stage", name = name.as_str()),
        Refusal::NoSuchVariable(name) => t!(i18n, "refused-no-such-variable", name = name.as_str()),
        Refusal::NotThere(what) => t!(i18n, "refused-not-there", what = what.as_str()),
        Refusal::NameTaken(name) => t!(i18n, "refused-name-taken", name = name.as_str()),
        Refusal::BadName(name) => t!(i18n, "refused-bad-name", name = name.as_str()),
        Refusal::FixedStage(name) => t!(i18n, "refused-fixed-stage", name = name.as_str()),
        Refusal::StageInUse(name, jobs) => t!(i18n, "refused-stage-in-use", name = name.as_str(), count = *jobs),
        Refusal::JobInUse(name, users) => {
            t!(i18n, "refused-job-in-use", name = name.as_str(), users = users.join(", "), count = users.len())
        }
        Refusal::AnchorInUse(name, uses) => {
            let place = |used: &AnchorUse| {
                t!(i18n, "anchor-use", entry = used.entry.as_str(), line = used.line as usize).to_string()
            };
            let places: Vec<String> = uses.iter().map(place).collect();
            t!(i18n, "refused-anchor-in-use", name = name.as_str(), uses = places.join(", "))
        }
        Refusal::Ambiguous(name, line) => {
            t!(i18n, "refused-ambiguous", name = name.as_str(), line = *line as usize)
        }
        Refusal::ChangesMeaning => t!(i18n, "refused-changes-meaning"),
        Refusal::LosesComments => t!(i18n, "refused-loses-comments"),
        Refusal::NoRules(why) => match why {
            NoRules::HasRules => t!(i18n, "no-rules-has-rules"),
            NoRules::UnknownBase => t!(i18n, "no-rules-unknown-base"),
            NoRules::Delayed => t!(i18n, "no-rules-delayed"),
            NoRules::VariableInPath(path) => t!(i18n, "no-rules-variable-in-path", path = path.as_str()),
            NoRules::Form(text) => t!(i18n, "no-rules-form", text = text.as_str()),
            NoRules::Mixed(job) => t!(i18n, "no-rules-mixed", job = job.as_str()),
        },
        Refusal::NothingToDo => t!(i18n, "refused-nothing-to-do"),
        Refusal::AnchorOrder(name) => t!(i18n, "refused-anchor-order", name = name.as_str()),
        Refusal::ComesFrom(place) => t!(i18n, "refused-comes-from", place = place.as_str()),
        Refusal::CantTake(what) => t!(i18n, "refused-cant-take", what = what.as_str()),
        Refusal::NotEditable(what) => t!(i18n, "refused-not-editable", what = what.as_str()),
        Refusal::NoFix(_) => t!(i18n, "refused-no-fix"),
        Refusal::NotYaml(why, line) => t!(i18n, "refused-not-yaml", why = why.as_str(), line = *line),
        Refusal::NotVerified => t!(i18n, "refused-not-verified"),
    }
}
