//! When GitLab's variables are there, in words.

use yew::AttrValue;

use super::{t, I18n};
use crate::keywords::{Only, Phase};

/// From when on a variable is there.
pub(crate) fn phase_text(i18n: &I18n, phase: Phase) -> AttrValue {
    match phase {
        Phase::PrePipeline => t!(i18n, "phase-pre-pipeline"),
        Phase::Pipeline => t!(i18n, "phase-pipeline"),
        Phase::Job => t!(i18n, "phase-job"),
    }
}

/// The only pipelines that it is there in.
pub(crate) fn only_text(i18n: &I18n, only: Only) -> AttrValue {
    match only {
        Only::MergeRequests => t!(i18n, "only-merge-requests"),
        Only::ExternalPullRequests => t!(i18n, "only-external-pull-requests"),
        Only::Tags => t!(i18n, "only-tags"),
        Only::Branches => t!(i18n, "only-branches"),
        Only::Schedules => t!(i18n, "only-schedules"),
        Only::Chat => t!(i18n, "only-chat"),
        Only::Downstream => t!(i18n, "only-downstream"),
    }
}
