//! How much a warning matters: an error, a warning, a hint, or nothing.

use std::rc::Rc;

use yew::prelude::*;

use crate::lint::{Level, Rule};
use crate::ui::dispatch::{use_dispatch, Msg};
use crate::ui::i18n::{t, use_i18n, I18n};
use crate::ui::widget::{Choice, Select};

/// The rule and what was chosen.
#[derive(Properties)]
pub(super) struct LevelChoiceProps {
    /// The rule.
    pub rule: &'static Rule,
    /// How much it matters now.
    pub level: Level,
}

impl PartialEq for LevelChoiceProps {
    fn eq(&self, other: &Self) -> bool {
        self.rule.code == other.rule.code && self.level == other.level
    }
}

/// The choice, with its words before it.
#[function_component]
pub(super) fn LevelChoice(props: &LevelChoiceProps) -> Html {
    let (i18n, dispatch) = (use_i18n(), use_dispatch());
    let code = props.rule.code;
    let onchange = Callback::from(move |name: AttrValue| {
        Level::named(&name).into_iter().for_each(|level| dispatch.send(Msg::SetCheck(code, level)));
    });
    html! {
        <div class="rule-level">
            <span aria-hidden="true">{ t!(i18n, "check-level") }</span>
            <Select value={props.level.name()} choices={levels(&i18n)} {onchange}
                label={t!(i18n, "check-level-of", rule = code)} />
        </div>
    }
}

fn levels(i18n: &I18n) -> Rc<[Choice]> {
    let words = |level| match level {
        Level::Error => t!(i18n, "level-error"),
        Level::Warning => t!(i18n, "level-warning"),
        Level::Hint => t!(i18n, "level-hint"),
        Level::Off => t!(i18n, "level-off"),
    };
    Level::ALL.into_iter().map(|level| Choice { value: level.name().into(), label: words(level) }).collect()
}
