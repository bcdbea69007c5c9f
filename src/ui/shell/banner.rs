//! Says that the text is broken, and where: the board shows what could be read.

use yew::prelude::*;

use crate::ui::dispatch::{use_dispatch, Msg};
use crate::ui::i18n::{t, use_i18n};
use crate::ui::widget::{Button, ButtonKind, Glyph, Icon};
use crate::view::problems::Problem;

/// What is broken.
#[derive(Properties, PartialEq)]
pub(crate) struct BannerProps {
    /// The first place that could not be read.
    pub problem: Problem,
    /// Whether the board shows an older state; else it shows the parts that could be read.
    pub stale: bool,
}

/// The banner.
#[function_component]
pub(crate) fn Banner(props: &BannerProps) -> Html {
    let (i18n, dispatch) = (use_i18n(), use_dispatch());
    let problem = &props.problem;
    let state = if props.stale { t!(i18n, "banner-stale") } else { t!(i18n, "banner-partial") };
    let line = problem.position.line;
    html! {
        <div class="banner" role="status">
            <Icon glyph={Glyph::Warning} />
            <p>
                { state }{ " " }
                <span>{ t!(i18n, "line-message", line = line, message = problem.message.as_str()) }</span>
            </p>
            <Button kind={ButtonKind::Quiet} onclick={dispatch.always(Msg::GoTo(problem.span))}>
                { t!(i18n, "show-line", line = line) }
            </Button>
        </div>
    }
}
