//! The board's elements while something moves: where they lie, the ghost that follows the pointer, the mark of the slot.
//!
//! Elements are found by the `data-` attributes that the board's components write. What is set here by hand (styles of
//! the ghost and the slot, `data-target`) is set nowhere else.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, PointerEvent};
use yew::NodeRef;

use super::page;
use crate::gesture::{LaneBox, Point, Rect};

fn element(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

fn closest(event: &Event, selector: &str) -> Option<HtmlElement> {
    element(event)?.closest(selector).ok().flatten()?.dyn_into().ok()
}

/// The job whose card an event is in, by its key.
pub(crate) fn job_of(event: &Event) -> Option<String> {
    closest(event, "[data-job]")?.get_attribute("data-job")
}

/// What an event asks for: the nearest `data-act`, and the id of its element.
pub(crate) fn act_of(event: &Event) -> Option<(String, String)> {
    let found = closest(event, "[data-act]")?;
    Some((found.get_attribute("data-act")?, found.id()))
}

/// The index of the lane that an event is in.
pub(crate) fn lane_of(event: &Event) -> Option<usize> {
    closest(event, "[data-lane]")?.get_attribute("data-lane")?.parse().ok()
}

/// The runner in the dock that an event is in.
pub(crate) fn berth_of(event: &Event) -> Option<usize> {
    closest(event, "[data-berth]")?.get_attribute("data-berth")?.parse().ok()
}

/// Whether the head of the lane that an event is in can be dragged.
pub(crate) fn is_draggable(event: &Event) -> bool {
    closest(event, "[data-draggable]").is_some()
}

/// Whether an event is in a control other than the card or lane itself.
pub(crate) fn in_control(event: &Event) -> bool {
    closest(event, "[data-act=menu], [data-act=lane-menu], [data-act=add], [data-act=berth]").is_some()
}

/// Whether the focus goes out of the board.
pub(crate) fn leaves(root: &NodeRef, event: &web_sys::FocusEvent) -> bool {
    let to = event.related_target().and_then(|target| target.dyn_into::<web_sys::Node>().ok());
    to.is_some_and(|to| root.cast::<Element>().is_some_and(|root| !root.contains(Some(&to))))
}

/// Where a pointer is.
pub(crate) fn point(event: &PointerEvent) -> Point {
    Point { x: f64::from(event.client_x()), y: f64::from(event.client_y()) }
}

/// Sends what the pointer does from now on to the board.
pub(crate) fn capture(root: &NodeRef, pointer: i32) {
    if let Some(root) = root.cast::<Element>() {
        let _ = root.set_pointer_capture(pointer);
    }
}

fn rect(element: &Element) -> Rect {
    let rect = element.get_bounding_client_rect();
    Rect { left: rect.left(), top: rect.top(), right: rect.right(), bottom: rect.bottom() }
}

fn all(within: &Element, selector: &str) -> Vec<HtmlElement> {
    let Ok(list) = within.query_selector_all(selector) else { return Vec::new() };
    (0..list.length()).filter_map(|at| list.item(at)?.dyn_into().ok()).collect()
}

/// The lanes that are shown: index on the board and element.
fn lanes(root: &NodeRef) -> Vec<(usize, HtmlElement)> {
    let Some(root) = root.cast::<Element>() else { return Vec::new() };
    let index = |lane: &HtmlElement| lane.get_attribute("data-lane")?.parse().ok();
    all(&root, ".lane:not([hidden])").into_iter().filter_map(|lane| Some((index(&lane)?, lane))).collect()
}

/// Where the shown lanes lie, with their indices on the board.
pub(crate) fn lane_rects(root: &NodeRef) -> Vec<(usize, Rect)> {
    lanes(root).iter().map(|(at, lane)| (*at, rect(lane))).collect()
}

/// Where a lane's body and its cards lie, without the card of `job`.
pub(crate) fn lane_box(root: &NodeRef, lane: usize, job: &str) -> LaneBox {
    let Some((_, lane)) = lanes(root).into_iter().find(|(at, _)| *at == lane) else { return LaneBox::default() };
    let body = lane.query_selector(".lane-body").ok().flatten();
    let cards = all(&lane, ".card").into_iter().filter(|card| card.get_attribute("data-job").as_deref() != Some(job));
    LaneBox {
        rect: rect(&lane),
        // A lane that is a mere strip shows no body.
        body: body.map(|body| rect(&body)).filter(|body| body.bottom > body.top).unwrap_or_else(|| rect(&lane)),
        cards: cards.map(|card| rect(&card)).collect(),
    }
}

/// Scrolls the board sideways and a lane up and down.
pub(crate) fn scroll(root: &NodeRef, lane: Option<usize>, speed: impl Fn(Rect, Option<Rect>) -> (f64, f64)) {
    let Some(lanes_element) = root.cast::<Element>().and_then(|root| root.query_selector(".lanes").ok().flatten())
    else {
        return;
    };
    let body = lane
        .and_then(|at| lanes(root).into_iter().find(|(index, _)| *index == at))
        .and_then(|(_, lane)| lane.query_selector(".lane-body").ok().flatten());
    let (x, y) = speed(rect(&lanes_element), body.as_ref().map(rect));
    if x != 0.0 {
        lanes_element.set_scroll_left(lanes_element.scroll_left() + x.round() as i32);
    }
    if let Some(body) = body.filter(|_| y != 0.0) {
        body.set_scroll_top(body.scroll_top() + y.round() as i32);
    }
}

/// Marks the slot: a line before `index` of the lane's other cards, or the whole body of an empty lane.
pub(crate) fn show_slot(root: &NodeRef, lane: usize, job: &str, index: usize) {
    let bounds = lane_box(root, lane, job);
    let (body, cards) = (bounds.body, &bounds.cards);
    let (gap, inset) = (4.0, if body.right - body.left > 80.0 { 8.0 } else { 4.0 });
    let (top, height) = match (index.checked_sub(1).and_then(|at| cards.get(at)), cards.get(index)) {
        (_, Some(next)) => (next.top - gap - 2.0, 4.0),
        (Some(previous), None) => (previous.bottom + gap - 2.0, 4.0),
        (None, None) => (body.top + 8.0, 56.0),
    };
    let top = top.clamp(body.top, (body.bottom - height).max(body.top));
    place_slot(root, Rect { left: body.left + inset, top, right: body.right - inset, bottom: top + height });
    target(root, Some(lane));
}

/// The runners in the dock.
fn berths(root: &NodeRef) -> Vec<HtmlElement> {
    root.cast::<Element>().map(|root| all(&root, "[data-berth]")).unwrap_or_default()
}

/// Where the runners of the dock lie.
pub(crate) fn berth_rects(root: &NodeRef) -> Vec<Rect> {
    berths(root).iter().map(|berth| rect(berth)).collect()
}

/// Marks a runner of the dock instead of a slot.
pub(crate) fn show_berth(root: &NodeRef, runner: usize) {
    hide_slot(root);
    if let Some(berth) = berths(root).get(runner) {
        let _ = berth.set_attribute("data-target", "true");
    }
}

/// Scrolls the dock sideways.
pub(crate) fn scroll_dock(root: &NodeRef, speed: impl Fn(Rect) -> f64) {
    let dock = root.cast::<Element>().and_then(|root| root.query_selector(".dock-list").ok().flatten());
    let Some(dock) = dock else { return };
    let x = speed(rect(&dock));
    if x != 0.0 {
        dock.set_scroll_left(dock.scroll_left() + x.round() as i32);
    }
}

/// Marks the gap before a lane, behind the last without one.
pub(crate) fn show_gap(root: &NodeRef, before: Option<usize>) {
    let rects = lane_rects(root);
    let next = before.and_then(|at| rects.iter().find(|(index, _)| *index == at));
    let line = match (next, rects.last()) {
        (Some((_, next)), _) => Rect { left: next.left - 6.0, right: next.left - 2.0, ..*next },
        (None, Some((_, last))) => Rect { left: last.right + 2.0, right: last.right + 6.0, ..*last },
        (None, None) => return,
    };
    place_slot(root, line);
}

fn slot(root: &NodeRef) -> Option<HtmlElement> {
    root.cast::<Element>()?.query_selector("[data-slot]").ok().flatten()?.dyn_into().ok()
}

fn place_slot(root: &NodeRef, at: Rect) {
    let Some(slot) = slot(root) else { return };
    let style = slot.style();
    let _ = style.set_property("transform", &format!("translate({}px, {}px)", at.left.round(), at.top.round()));
    let _ = style.set_property("width", &format!("{}px", (at.right - at.left).round()));
    let _ = style.set_property("height", &format!("{}px", (at.bottom - at.top).round()));
    let _ = slot.set_attribute("data-shown", "true");
}

/// Takes the mark of the slot away.
pub(crate) fn hide_slot(root: &NodeRef) {
    if let Some(slot) = slot(root) {
        let _ = slot.remove_attribute("data-shown");
    }
    target(root, None);
}

fn target(root: &NodeRef, lane: Option<usize>) {
    for (at, element) in lanes(root) {
        let _ = match Some(at) == lane {
            true => element.set_attribute("data-target", "true"),
            false => element.remove_attribute("data-target"),
        };
    }
    for berth in berths(root) {
        let _ = berth.remove_attribute("data-target");
    }
}

/// The likeness of what is dragged, under the pointer. It goes when dropped.
pub(crate) struct Ghost {
    element: HtmlElement,
    offset: Point,
}

impl Ghost {
    /// The likeness of the element that `selector` finds, held where it was pressed.
    pub(crate) fn of_job(root: &NodeRef, job: &str, pressed: Point) -> Option<Self> {
        let cards = all(&root.cast::<Element>()?, "[data-job]");
        Self::of(cards.into_iter().find(|card| card.get_attribute("data-job").as_deref() == Some(job))?, pressed)
    }

    /// The likeness of a lane's head.
    pub(crate) fn of_lane(root: &NodeRef, lane: usize, pressed: Point) -> Option<Self> {
        let (_, lane) = lanes(root).into_iter().find(|(at, _)| *at == lane)?;
        Self::of(lane.query_selector(".lane-head").ok().flatten()?.dyn_into().ok()?, pressed)
    }

    fn of(original: HtmlElement, pressed: Point) -> Option<Self> {
        let from = rect(&original);
        let element: HtmlElement = original.clone_node_with_deep(true).ok()?.dyn_into().ok()?;
        for inner in all(&element, "[id]") {
            let _ = inner.remove_attribute("id");
        }
        for name in ["data-job", "data-act", "data-moving"] {
            let _ = element.remove_attribute(name);
        }
        let _ = element.set_attribute("inert", "");
        let _ = element.set_attribute("aria-hidden", "true");
        let _ = element.set_attribute("data-ghost", "true");
        let _ = element.style().set_property("width", &format!("{}px", from.right - from.left));
        // Not into the board: what is there belongs to its component.
        page::by_id("ghosts")?.append_child(&element).ok()?;
        Some(Self { element, offset: Point { x: pressed.x - from.left, y: pressed.y - from.top } })
    }

    /// Follows the pointer.
    pub(crate) fn follow(&self, to: Point) {
        let (x, y) = (to.x - self.offset.x, to.y - self.offset.y);
        let _ = self.element.style().set_property("transform", &format!("translate({x}px, {y}px)"));
    }
}

impl Drop for Ghost {
    fn drop(&mut self) {
        self.element.remove();
    }
}

/// Whether something is dragged on the page: there is a likeness of it.
pub(crate) fn is_dragging() -> bool {
    page::by_id("ghosts").is_some_and(|ghosts| ghosts.child_element_count() > 0)
}

/// Scrolls the element with an id into what can be seen of the board, if it is not.
pub(crate) fn bring_into_view(root: &NodeRef, id: &str) {
    let Some(card) = page::by_id(id).and_then(|open| open.closest(".card").ok().flatten()) else { return };
    let (card_rect, seen) = (rect(&card), root.cast::<Element>().map(|root| rect(&root)).unwrap_or_default());
    let inside = card_rect.left >= seen.left && card_rect.right <= seen.right && card_rect.top >= seen.top;
    if inside && card_rect.bottom <= seen.bottom {
        return;
    }
    let options = web_sys::ScrollIntoViewOptions::new();
    options.set_block(web_sys::ScrollLogicalPosition::Nearest);
    options.set_inline(web_sys::ScrollLogicalPosition::Nearest);
    card.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Scrolls a lane into view.
pub(crate) fn bring_lane_into_view(root: &NodeRef, lane: usize) {
    if let Some((_, lane)) = lanes(root).into_iter().find(|(at, _)| *at == lane) {
        let options = web_sys::ScrollIntoViewOptions::new();
        options.set_block(web_sys::ScrollLogicalPosition::Nearest);
        options.set_inline(web_sys::ScrollLogicalPosition::Nearest);
        lane.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// Scrolls a runner of the dock into view.
pub(crate) fn bring_berth_into_view(root: &NodeRef, runner: usize) {
    if let Some(berth) = berths(root).get(runner) {
        let options = web_sys::ScrollIntoViewOptions::new();
        options.set_block(web_sys::ScrollLogicalPosition::Nearest);
        options.set_inline(web_sys::ScrollLogicalPosition::Nearest);
        berth.scroll_into_view_with_scroll_into_view_options(&options);
    }
}
