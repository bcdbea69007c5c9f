//! The session: it owns the open file and everything else that changes, and hears every request.

use std::rc::Rc;

use yew::prelude::*;

use crate::editor::Editor;
use crate::ui::dispatch::{Dispatch, Msg};
use crate::ui::i18n::{refusal_text, t, I18n, Language};
use crate::ui::inspector::Inspector;
use crate::ui::widget::{Toast, ToastKind, ToastList};
use crate::view::Snapshot;

/// The whole page.
pub(crate) struct Session {
    editor: Editor,
    dispatch: Dispatch,
    i18n: I18n,
    toasts: Rc<[Toast]>,
}

impl Component for Session {
    type Message = Msg;
    type Properties = ();

    fn create(ctx: &Context<Self>) -> Self {
        Self {
            editor: Editor::new(".gitlab-ci.yml", "build:\n  script: make\n"),
            dispatch: Dispatch::new(ctx.link().callback(|msg| msg)),
            i18n: I18n::new(Language::English),
            toasts: Rc::from([]),
        }
    }

    fn update(&mut self, _ctx: &Context<Self>, msg: Msg) -> bool {
        match msg {
            Msg::Run(command) => {
                if let Err(refusal) = self.editor.apply(command) {
                    let text = refusal_text(&self.i18n, &refusal);
                    self.toasts = Rc::from([Toast { id: 0, kind: ToastKind::Refused, text, action: None }]);
                }
            }
            Msg::Try(command, refused) => {
                if let Err(refusal) = self.editor.apply(command) {
                    refused.emit(refusal);
                }
            }
            Msg::Undo => drop(self.editor.undo()),
            Msg::Redo => drop(self.editor.redo()),
            Msg::Select(selection) => self.editor.select(selection),
            Msg::Typed(transaction) => self.editor.type_text(transaction, 0),
            Msg::GoTo(_) | Msg::Mark(_) => {}
        }
        true
    }

    fn view(&self, _ctx: &Context<Self>) -> Html {
        let i18n = &self.i18n;
        html! {
            <ContextProvider<Dispatch> context={self.dispatch.clone()}>
                <ContextProvider<I18n> context={self.i18n.clone()}>
                    <div class="app">
                        <main><h1>{ t!(i18n, "job-count", count = 1) }</h1></main>
                        <aside class="inspector" aria-label={t!(i18n, "inspector")}>
                            <Inspector document={Snapshot::new(self.editor.shown().clone())}
                                selection={self.editor.selection().clone()} stale={self.editor.is_stale()} />
                        </aside>
                        <ToastList toasts={self.toasts.clone()} label={t!(i18n, "messages")}
                            close_label={t!(i18n, "close")} onclose={Callback::noop()} onaction={Callback::noop()} />
                    </div>
                </ContextProvider<I18n>>
            </ContextProvider<Dispatch>>
        }
    }
}
