//! The guide that sets a runner up: what is wanted on one side, the commands on the other. What is typed here lives as long as
//! the dialog is open; the token is stored nowhere.

use std::rc::Rc;

use yew::prelude::*;

use super::setup_form::SetupForm;
use super::setup_steps::SetupSteps;
use crate::runner::setup::{Setup, Way};
use crate::ui::dispatch::{use_dispatch, Msg};
use crate::ui::i18n::{t, use_i18n};
use crate::ui::widget::{Dialog, Tab, Tabs};

/// The guide.
#[function_component]
pub(crate) fn SetupGuide() -> Html {
    let (i18n, dispatch) = (use_i18n(), use_dispatch());
    let setup = use_state(Setup::default);
    let way = use_state(Way::default);
    let onchange = {
        let setup = setup.clone();
        Callback::from(move |changed: Setup| setup.set(changed))
    };
    let tab = |id: &'static str, label: AttrValue| Tab { id: id.into(), label, badge: None };
    let tabs: Rc<[Tab]> =
        Rc::from([tab("docker", t!(i18n, "setup-way-docker")), tab("compose", t!(i18n, "setup-way-compose"))]);
    let onselect = {
        let way = way.clone();
        Callback::from(move |id: AttrValue| way.set(if id == "compose" { Way::Compose } else { Way::Docker }))
    };
    let selected = match *way {
        Way::Docker => "docker",
        Way::Compose => "compose",
    };
    html! {
        <Dialog title={t!(i18n, "runner-set-up")} close_label={t!(i18n, "close")} wide=true
            onclose={dispatch.always(Msg::CloseDialog)}>
            <div class="setup">
                <SetupForm setup={(*setup).clone()} {onchange} />
                <div class="setup-commands">
                    <Tabs label={t!(i18n, "setup-way")} id="setup-way" {tabs} {selected} {onselect}>
                        <SetupSteps setup={(*setup).clone()} way={*way} />
                    </Tabs>
                </div>
            </div>
        </Dialog>
    }
}
