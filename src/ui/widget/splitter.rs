//! The bar between two panes that changes their sizes: dragged, or by arrow keys.

use yew::prelude::*;

use crate::ui::browser::{focus, resize};

/// What the bar is between.
#[derive(Properties, PartialEq)]
pub(crate) struct SplitterProps {
    /// Its name.
    pub label: AttrValue,
    /// The custom property of the root element that holds the size in pixels: `--source-width`.
    pub property: &'static str,
    /// Smallest and largest size.
    pub range: (f64, f64),
    /// Size at the start.
    pub initial: f64,
    /// Whether the sized pane is after the bar (dragging to its start makes it larger).
    #[prop_or_default]
    pub after: bool,
    /// Whether the bar lies and sizes heights.
    #[prop_or_default]
    pub horizontal: bool,
}

/// The bar.
#[function_component]
pub(crate) fn Splitter(props: &SplitterProps) -> Html {
    let size = use_mut_ref(|| props.initial);
    let start = use_mut_ref(|| None::<(f64, f64)>);
    let (property, (least, most)) = (props.property, props.range);
    let now = use_state(|| props.initial);
    let set = {
        let (size, now) = (size.clone(), now.clone());
        move |to: f64| {
            let to = to.clamp(least, most);
            *size.borrow_mut() = to;
            resize::set(property, to);
            now.set(to);
        }
    };
    let sign = if props.after { -1.0 } else { 1.0 };
    let horizontal = props.horizontal;
    let at = move |event: &PointerEvent| f64::from(if horizontal { event.client_y() } else { event.client_x() });
    let onpointerdown = {
        let (start, size) = (start.clone(), size.clone());
        Callback::from(move |event: PointerEvent| {
            event.prevent_default();
            focus::capture(&event);
            *start.borrow_mut() = Some((at(&event), *size.borrow()));
        })
    };
    let onpointermove = {
        let (start, set) = (start.clone(), set.clone());
        Callback::from(move |event: PointerEvent| {
            let from = *start.borrow();
            if let Some((place, size)) = from {
                set(size + sign * (at(&event) - place));
            }
        })
    };
    let onpointerup = {
        let start = start.clone();
        Callback::from(move |_: PointerEvent| *start.borrow_mut() = None)
    };
    let onkeydown = {
        let size = size.clone();
        Callback::from(move |event: KeyboardEvent| {
            let step = match event.key().as_str() {
                "ArrowLeft" | "ArrowUp" => -16.0,
                "ArrowRight" | "ArrowDown" => 16.0,
                _ => return,
            };
            event.prevent_default();
            let from = *size.borrow();
            set(from + sign * step);
        })
    };
    html! {
        <div class="splitter" role="separator" tabindex="0" aria-label={props.label.clone()}
            aria-orientation={if horizontal { "horizontal" } else { "vertical" }}
            aria-valuenow={now.round().to_string()} aria-valuemin={least.to_string()} aria-valuemax={most.to_string()}
            {onpointerdown} {onpointermove} onpointercancel={onpointerup.clone()} {onpointerup} {onkeydown} />
    }
}
