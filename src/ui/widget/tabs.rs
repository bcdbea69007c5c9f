//! Tabs: one of several panels is shown. Arrow keys move between the tabs.

use std::rc::Rc;

use yew::prelude::*;

use crate::ui::browser::focus;

/// One tab.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Tab {
    /// Its identity, sent when it is chosen.
    pub id: AttrValue,
    /// Its text.
    pub label: AttrValue,
    /// A count beside the text.
    pub badge: Option<AttrValue>,
}

/// The tabs and which is shown.
#[derive(Properties, PartialEq)]
pub(crate) struct TabsProps {
    /// What the tabs are for.
    pub label: AttrValue,
    /// The start of the ids: `{id}-tab-{tab}` and `{id}-panel`.
    pub id: AttrValue,
    /// The tabs.
    pub tabs: Rc<[Tab]>,
    /// The one that is shown.
    pub selected: AttrValue,
    /// Gets the tab to show.
    pub onselect: Callback<AttrValue>,
    /// The panel of the selected tab; none where the panel stands elsewhere and has the id `{id}-panel`.
    #[prop_or_default]
    pub children: Html,
    /// Whether the panel stands elsewhere.
    #[prop_or_default]
    pub bare: bool,
}

/// The tabs and the panel of the selected one.
#[function_component]
pub(crate) fn Tabs(props: &TabsProps) -> Html {
    let id = &props.id;
    let tab_id = |tab: &AttrValue| format!("{id}-tab-{tab}");
    let onkeydown = {
        let (tabs, selected, onselect, prefix) =
            (props.tabs.clone(), props.selected.clone(), props.onselect.clone(), id.clone());
        Callback::from(move |event: KeyboardEvent| {
            let at = tabs.iter().position(|tab| tab.id == selected).unwrap_or(0);
            let last = tabs.len().saturating_sub(1);
            let to = match event.key().as_str() {
                "ArrowRight" => {
                    if at == last {
                        0
                    } else {
                        at + 1
                    }
                }
                "ArrowLeft" => at.checked_sub(1).unwrap_or(last),
                "Home" => 0,
                "End" => last,
                _ => return,
            };
            event.prevent_default();
            if let Some(tab) = tabs.get(to) {
                onselect.emit(tab.id.clone());
                focus::by_id(&format!("{prefix}-tab-{}", tab.id));
            }
        })
    };
    let tab = |tab: &Tab| {
        let chosen = tab.id == props.selected;
        let onclick = {
            let (id, onselect) = (tab.id.clone(), props.onselect.clone());
            Callback::from(move |_: MouseEvent| onselect.emit(id.clone()))
        };
        html! {
            <button type="button" class="tab" role="tab" key={tab.id.to_string()} id={tab_id(&tab.id)} {onclick}
                aria-selected={chosen.to_string()} aria-controls={format!("{id}-panel")}
                tabindex={if chosen { "0" } else { "-1" }}>
                <span>{ &tab.label }</span>
                if let Some(badge) = &tab.badge { <span class="badge">{ badge }</span> }
            </button>
        }
    };
    html! {
        <>
            <div class="tabs" role="tablist" aria-label={props.label.clone()} {onkeydown}>
                { for props.tabs.iter().map(tab) }
            </div>
            if !props.bare {
                <div class="tab-panel" role="tabpanel" id={format!("{id}-panel")}
                    aria-labelledby={tab_id(&props.selected)}>
                    { props.children.clone() }
                </div>
            }
        </>
    }
}
