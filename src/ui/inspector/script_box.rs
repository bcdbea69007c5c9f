//! A script: boxes of commands, a command a line; one of several lines has a box of its own.

use std::rc::Rc;

use yew::prelude::*;

use super::form::{use_edits, use_form};
use super::opaque_box::OpaqueBox;
use super::row::Row;
use crate::ui::dispatch::Msg;
use crate::ui::i18n::{t, use_i18n};
use crate::ui::widget::{Button, ButtonKind, Glyph, IconButton, TextArea};
use crate::view::inspector::{edit, ScriptView, Segment};

/// The script.
#[derive(Properties, PartialEq)]
pub(super) struct ScriptBoxProps {
    /// The label.
    pub label: AttrValue,
    /// The script.
    pub view: Rc<ScriptView>,
}

/// A script.
#[function_component]
pub(super) fn ScriptBox(props: &ScriptBoxProps) -> Html {
    let (i18n, form) = (use_i18n(), use_form());
    let slot = &props.view.slot;
    let edits = use_edits((slot.owner.clone(), slot.own.clone()));
    // A box for a command of several lines was asked for.
    let block = use_state(|| false);
    {
        let block = block.clone();
        use_effect_with((slot.owner.clone(), slot.own.clone()), move |_| block.set(false));
    }
    let id = AttrValue::from(format!("insp-{}", slot.id()));
    if let Some(opaque) = &slot.opaque {
        return html! { <OpaqueBox {id} label={props.label.clone()} opaque={opaque.clone()} /> };
    }
    let commands = slot.effective();
    let segments = commands.map_or(&[][..], |commands| &commands.segments);
    let count = segments.len();
    let change = |at: usize, block: bool| {
        let (edits, view) = (edits.clone(), props.view.clone());
        Callback::from(move |text: AttrValue| edits.run(|document| view.change(document, at, &text, block)))
    };
    let area = |at: usize, value: AttrValue, is_block: bool, placeholder: Option<AttrValue>| {
        let label = if is_block {
            t!(i18n, "script-block", script = props.label.as_str(), number = at + 1)
        } else {
            t!(i18n, "script-lines", script = props.label.as_str())
        };
        let first = (at == 0).then(|| id.clone());
        html! {
            <div key={format!("{at}-{is_block}")} class="script-part" data-block={is_block.then_some("true")}>
                if is_block { <span class="script-mark" aria-hidden="true">{ "|" }</span> }
                <TextArea id={first} {label} {value} code=true rows=1 {placeholder} oncommit={change(at, is_block)}
                    describedby={format!("{id}-note")} />
            </div>
        }
    };
    let parts = segments.iter().enumerate().map(|(at, segment)| match segment {
        Segment::Lines(text) => area(at, text.clone().into(), false, None),
        Segment::Block(text) => area(at, text.clone().into(), true, None),
        Segment::Fixed(text, span) => {
            let (form, span) = (form.clone(), *span);
            html! {
                <div key={format!("{at}-fixed")} class="script-part line">
                    <code class="fixed">{ &**text }</code>
                    <IconButton glyph={Glyph::Code} label={t!(i18n, "show-in-text")} small=true
                        onclick={Callback::from(move |_: MouseEvent| form.send(Msg::GoTo(span)))} />
                </div>
            }
        }
    });
    let one_block = commands.is_some_and(|commands| commands.is_one_block());
    let ends_in_lines = matches!(segments.last(), Some(Segment::Lines(_)));
    let onreset = {
        let (edits, slot) = (edits.clone(), slot.clone());
        Callback::from(move |()| edits.run(|document| edit::reset(document, &slot)))
    };
    let onblock = {
        let block = block.clone();
        Callback::from(move |_: MouseEvent| block.set(true))
    };
    html! {
        <Row id={id.clone()} label={props.label.clone()} keyword={slot.path.join(":")} span={slot.span} own={slot.is_own()}
            source={slot.source().cloned()} place={slot.place()} {onreset} error={edits.refused()} stacked=true group={count > 0 && !matches!(segments[0], Segment::Lines(_))}>
            <div class="script">
                { for parts }
                if *block {
                    { area(count, AttrValue::default(), true, Some(t!(i18n, "add-block-here"))) }
                } else if !one_block && !ends_in_lines {
                    { area(count, AttrValue::default(), false, Some(t!(i18n, "add-command"))) }
                }
                if !one_block && !*block && slot.own.is_some() {
                    <div key="tools" class="script-tools">
                        <Button kind={ButtonKind::Quiet} glyph={Glyph::Add} onclick={onblock}
                            label={t!(i18n, "add-block-to", script = props.label.as_str())}>{ t!(i18n, "add-block") }</Button>
                    </div>
                }
            </div>
        </Row>
    }
}
