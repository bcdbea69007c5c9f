//! What a text field suggests at the caret, as a list below it. Knows no pipeline: who uses it finds the suggestions.
//!
//! Arrow keys choose, Enter or a click takes, Escape closes. Nothing is taken unless it was chosen, so Enter stays Enter.

use std::rc::Rc;
use std::sync::atomic::{AtomicU32, Ordering};

use yew::prelude::*;

use crate::ui::browser::input::TextControl;

/// Suggestions shown at once.
const SHOWN: usize = 8;

/// Fields so far, for their ids.
static COUNT: AtomicU32 = AtomicU32::new(0);

/// A text that can be put in.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Suggestion {
    /// What is compared with what was typed.
    pub label: AttrValue,
    /// A line on what it is.
    pub detail: AttrValue,
    /// What is put in.
    pub insert: AttrValue,
}

/// What can be put in place of some bytes of the text.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Suggested {
    /// The first byte that is replaced.
    pub from: usize,
    /// The byte behind them.
    pub to: usize,
    /// The likely first.
    pub list: Vec<Suggestion>,
}

/// Finds what a text suggests at a byte of it.
pub(crate) type Find = dyn Fn(&str, usize) -> Option<Suggested>;

/// The finder of the fields below it. A context.
#[derive(Clone)]
pub(crate) struct Suggest {
    /// The name of the list.
    pub label: AttrValue,
    /// Finds them.
    pub find: Rc<Find>,
}

impl PartialEq for Suggest {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.find, &other.find) && self.label == other.label
    }
}

/// The suggestions of one field.
#[derive(Clone)]
pub(crate) struct Suggestions {
    suggest: Option<Suggest>,
    open: UseStateHandle<Option<Rc<Suggested>>>,
    active: UseStateHandle<Option<usize>>,
    id: AttrValue,
}

/// The suggestions of a field, by `own` or by the context's finder where it has none.
#[hook]
pub(crate) fn use_suggestions(own: Option<Suggest>) -> Suggestions {
    let context = use_context::<Suggest>();
    let (open, active) = (use_state(|| None), use_state(|| None));
    let id = use_memo((), |()| AttrValue::from(format!("suggestions-{}", COUNT.fetch_add(1, Ordering::Relaxed))));
    Suggestions { suggest: own.or(context), open, active, id: (*id).clone() }
}

impl Suggestions {
    /// Something was typed.
    pub(crate) fn typed(&self, event: &InputEvent) {
        let found = self.suggest.as_ref().and_then(|suggest| {
            let control = TextControl::of(event)?;
            let (text, caret) = (control.text(), control.caret()?);
            let mut found = (suggest.find)(&text, caret)?;
            let begun = text.get(found.from..caret)?.to_lowercase();
            found.list.retain(|item| item.label.to_lowercase().starts_with(&begun));
            found.list.truncate(SHOWN);
            // All of it is there already.
            let done = found.list.len() == 1 && text.get(found.from..found.to) == Some(&*found.list[0].insert);
            (!found.list.is_empty() && !done).then_some(Rc::new(found))
        });
        self.active.set(None);
        self.open.set(found);
    }

    /// Takes them away.
    pub(crate) fn close(&self) {
        if self.open.is_some() {
            self.open.set(None);
            self.active.set(None);
        }
    }

    /// A key: the text that it makes, or nothing where it only moved the choice; none where it is not theirs.
    pub(crate) fn key(&self, event: &KeyboardEvent) -> Option<Option<AttrValue>> {
        let open = self.open.as_ref()?;
        let count = open.list.len();
        let taken = match (event.key().as_str(), *self.active) {
            ("ArrowDown", active) => {
                self.active.set(Some(active.map_or(0, |at| (at + 1) % count)));
                None
            }
            ("ArrowUp", active) => {
                self.active.set(Some(active.map_or(count - 1, |at| (at + count - 1) % count)));
                None
            }
            ("Enter", Some(at)) if !event.is_composing() => Some(self.take(&TextControl::of(event)?, at)?),
            ("Escape", _) => {
                event.stop_propagation();
                self.close();
                None
            }
            _ => return None,
        };
        event.prevent_default();
        Some(taken)
    }

    /// Puts one in; the text of the field afterwards.
    fn take(&self, control: &TextControl, at: usize) -> Option<AttrValue> {
        let open = self.open.as_ref()?;
        let (text, item) = (control.text(), open.list.get(at)?);
        let (before, after) = (text.get(..open.from)?, text.get(open.to..)?);
        control.put(&format!("{before}{}", item.insert), after);
        self.close();
        Some(control.text().into())
    }

    /// The id of the chosen one, for `aria-activedescendant`.
    pub(crate) fn active(&self) -> Option<String> {
        let at = self.open.as_ref().and(*self.active)?;
        Some(format!("{}-{at}", self.id))
    }

    /// The id of the list, where it is shown.
    pub(crate) fn list(&self) -> Option<AttrValue> {
        self.open.as_ref().map(|_| self.id.clone())
    }

    /// Whether there can be any.
    pub(crate) fn are_possible(&self) -> bool {
        self.suggest.is_some()
    }

    /// The list; `onput` gets the text of the field `field` after one was clicked.
    pub(crate) fn view(&self, field: &NodeRef, onput: &Callback<AttrValue>) -> Html {
        let (Some(open), Some(suggest)) = (self.open.as_ref(), &self.suggest) else { return Html::default() };
        let option = |(at, item): (usize, &Suggestion)| {
            let (this, field, onput) = (self.clone(), field.clone(), onput.clone());
            // Before the field loses the focus.
            let onmousedown = Callback::from(move |event: MouseEvent| {
                event.prevent_default();
                let taken = TextControl::at(&field).and_then(|control| this.take(&control, at));
                if let Some(text) = taken {
                    onput.emit(text);
                }
            });
            html! {
                <li key={item.label.to_string()} class="completion" role="option" id={format!("{}-{at}", self.id)} {onmousedown}
                    aria-selected={(*self.active == Some(at)).to_string()}>
                    { &item.label }
                    if !item.detail.is_empty() { <span class="completion-detail">{ &item.detail }</span> }
                </li>
            }
        };
        html! {
            <ul class="completions" role="listbox" id={self.id.clone()} aria-label={suggest.label.clone()}>
                { for open.list.iter().enumerate().map(option) }
            </ul>
        }
    }
}
