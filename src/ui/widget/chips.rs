//! A list of short strings as chips, with a field that adds one and completes what is typed.

use std::rc::Rc;

use yew::prelude::*;

use super::{Glyph, Icon};
use crate::ui::browser::input;

/// Completions shown at once.
const SHOWN: usize = 8;

/// One chip.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Chip {
    /// Its text, its identity as well.
    pub text: AttrValue,
    /// Whether it can be removed.
    pub removable: bool,
    /// What is shown while it is pointed at: why it can't be removed, or where it comes from.
    pub title: Option<AttrValue>,
}

/// The chips, and what can be done with them.
#[derive(Properties, PartialEq)]
pub(crate) struct ChipsProps {
    /// The id of the field, for its label.
    pub id: AttrValue,
    /// The accessible name of the list.
    pub label: AttrValue,
    /// The chips in order.
    pub chips: Rc<[Chip]>,
    /// What the field completes.
    #[prop_or_else(|| Rc::from([]))]
    pub completions: Rc<[AttrValue]>,
    /// Gets a new text.
    pub onadd: Callback<AttrValue>,
    /// Gets the index of a chip to remove.
    pub onremove: Callback<usize>,
    /// The name of the button that removes a chip; the chip's text follows it.
    pub remove_label: AttrValue,
    /// Shown in the empty field.
    #[prop_or_default]
    pub placeholder: Option<AttrValue>,
    /// The ids of what describes the field.
    #[prop_or_default]
    pub describedby: Option<AttrValue>,
    /// Whether it can be used.
    #[prop_or_default]
    pub disabled: bool,
    /// Whether a comma ends what is typed, as Enter does.
    #[prop_or(true)]
    pub commas: bool,
}

/// The chips and the field.
#[function_component]
pub(crate) fn Chips(props: &ChipsProps) -> Html {
    let typed = use_state(AttrValue::default);
    let open = use_state(|| false);
    let active = use_state(|| None::<usize>);
    let matches: Rc<[AttrValue]> = {
        let wanted = typed.to_lowercase();
        let free = |text: &&AttrValue| !props.chips.iter().any(|chip| chip.text == **text);
        let fits = |text: &&AttrValue| text.to_lowercase().contains(&wanted);
        props.completions.iter().filter(free).filter(fits).take(SHOWN).cloned().collect()
    };
    let add = {
        let (typed, open, active, onadd) = (typed.clone(), open.clone(), active.clone(), props.onadd.clone());
        move |text: &str| {
            let text = text.trim();
            if !text.is_empty() {
                onadd.emit(AttrValue::from(text.to_owned()));
            }
            typed.set(AttrValue::default());
            open.set(false);
            active.set(None);
        }
    };
    let oninput = {
        let (typed, open, active) = (typed.clone(), open.clone(), active.clone());
        Callback::from(move |event: InputEvent| {
            typed.set(AttrValue::from(input::value(&event)));
            open.set(true);
            active.set(None);
        })
    };
    let onkeydown = {
        let (typed, open, active, matches, add) =
            (typed.clone(), open.clone(), active.clone(), matches.clone(), add.clone());
        let (last, onremove, commas) =
            (props.chips.last().cloned().zip(props.chips.len().checked_sub(1)), props.onremove.clone(), props.commas);
        Callback::from(move |event: KeyboardEvent| {
            let count = matches.len();
            match event.key().as_str() {
                "Enter" if !event.is_composing() => match active.and_then(|at| matches.get(at)) {
                    Some(text) => add(text),
                    None => add(&input::value(&event)),
                },
                "," if commas && !typed.is_empty() => add(&typed),
                "ArrowDown" if count > 0 => {
                    open.set(true);
                    active.set(Some(active.map_or(0, |at| (at + 1) % count)));
                }
                "ArrowUp" if count > 0 => active.set(Some(active.map_or(count - 1, |at| (at + count - 1) % count))),
                "Escape" if *open || !typed.is_empty() => {
                    event.stop_propagation();
                    open.set(false);
                    active.set(None);
                    typed.set(AttrValue::default());
                }
                "Backspace" if typed.is_empty() => match &last {
                    Some((chip, at)) if chip.removable => onremove.emit(*at),
                    _ => return,
                },
                _ => return,
            }
            event.prevent_default();
        })
    };
    let onblur = {
        let (add, open) = (add.clone(), open.clone());
        Callback::from(move |event: FocusEvent| {
            open.set(false);
            add(&input::value(&event));
        })
    };
    let onfocus = {
        let open = open.clone();
        Callback::from(move |_: FocusEvent| open.set(true))
    };
    let list = AttrValue::from(format!("{}-list", props.id));
    let option_id = |at: usize| format!("{}-option-{at}", props.id);
    let showing = *open && !matches.is_empty() && !props.disabled;
    html! {
        <div class="chips">
            <ul class="chip-list" aria-label={props.label.clone()}>
                { for props.chips.iter().enumerate().map(|(at, chip)| view_chip(props, at, chip)) }
            </ul>
            <div class="chip-entry">
                <input type="text" class="text-field" data-code="true" id={props.id.clone()} role="combobox"
                    value={(*typed).clone()} {oninput} {onkeydown} {onblur} {onfocus} disabled={props.disabled}
                    placeholder={props.placeholder.clone()} aria-describedby={props.describedby.clone()}
                    aria-expanded={showing.to_string()} aria-controls={list.clone()} aria-autocomplete="list"
                    aria-activedescendant={active.filter(|_| showing).map(option_id)} autocomplete="off"
                    autocapitalize="off" spellcheck="false" />
                <ul class="completions" role="listbox" id={list} aria-label={props.label.clone()} hidden={!showing}>
                    { for matches.iter().enumerate().map(|(at, text)| {
                        let (add, chosen) = (add.clone(), text.clone());
                        // Before the field loses the focus and takes what was typed so far.
                        let onmousedown = Callback::from(move |event: MouseEvent| {
                            event.prevent_default();
                            add(&chosen);
                        });
                        html! {
                            <li key={text.to_string()} class="completion" role="option" id={option_id(at)} {onmousedown}
                                aria-selected={(*active == Some(at)).to_string()}>{ text }</li>
                        }
                    }) }
                </ul>
            </div>
        </div>
    }
}

fn view_chip(props: &ChipsProps, at: usize, chip: &Chip) -> Html {
    html! {
        <li key={format!("{at}:{}", chip.text)} class="chip" title={chip.title.clone()}
            data-fixed={(!chip.removable).then_some("true")}>
            <span class="chip-text">{ &chip.text }</span>
            if chip.removable && !props.disabled {
                <button type="button" class="chip-remove" onclick={props.onremove.reform(move |_| at)}
                    aria-label={format!("{} {}", props.remove_label, chip.text)}>
                    <Icon glyph={Glyph::Close} />
                </button>
            }
        </li>
    }
}
