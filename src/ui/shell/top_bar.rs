//! The bar at the top: the file, undo and redo, problems, panes, theme, language, export.

use std::rc::Rc;

use yew::prelude::*;

use crate::ui::browser::{disk, page};
use crate::ui::dispatch::{use_dispatch, Msg};
use crate::ui::i18n::{t, use_i18n, I18n, Language};
use crate::ui::session::{Ask, Picture, Theme};
use crate::ui::widget::{Button, ButtonKind, Glyph, Icon, IconButton, MenuButton, MenuItem};
use crate::view::header::Header;

/// What the bar shows.
#[derive(Properties, PartialEq)]
pub(crate) struct TopBarProps {
    /// The open file; none before one is open.
    pub header: Option<Header>,
    /// The theme.
    pub theme: Theme,
    /// Whether the text pane is open.
    pub source_open: bool,
    /// Whether the list of problems is open.
    pub problems_open: bool,
    /// Whether the file can be saved in place.
    pub on_disk: bool,
    /// Whether another page embeds this one: files, theme and language are its concern.
    pub embedded: bool,
    /// Whether nothing may be changed.
    pub read_only: bool,
    /// Whether files come with the open one.
    pub companions: bool,
    /// Whether the problems can be listed.
    pub problems: bool,
}

/// The bar.
#[function_component]
pub(crate) fn TopBar(props: &TopBarProps) -> Html {
    let (i18n, dispatch) = (use_i18n(), use_dispatch());
    let undo_keys = if page::is_apple() { "⌘Z" } else { "Ctrl+Z" };
    let redo_keys = if page::is_apple() { "⇧⌘Z" } else { "Ctrl+Y" };
    let on_file = dispatch.with(|id: AttrValue| match id.as_str() {
        "new" => Msg::Ask(Ask::New),
        "open" => Msg::Pick,
        "save" => Msg::Save,
        "save-as" => Msg::SaveAs,
        "history" => Msg::Ask(Ask::History),
        "link" => Msg::Share,
        "zip" => Msg::DownloadZip,
        "companions" => Msg::Ask(Ask::Companions),
        "insert" => Msg::Ask(Ask::InsertJobs),
        "svg" => Msg::HandPicture(Picture::Svg),
        "png" => Msg::HandPicture(Picture::Png),
        "set-up-runner" => Msg::Ask(Ask::SetUpRunner),
        "mermaid" => Msg::HandPicture(Picture::Mermaid),
        _ => Msg::Ask(Ask::Export),
    });
    html! {
        <header class="top-bar">
            <div class="top-brand" key="brand"><Icon glyph={Glyph::Branch} /><span>{ "Pipewright" }</span></div>
            if !props.embedded {
            <MenuButton key="file" id="menu-file" label={t!(i18n, "file-menu")} glyph={Glyph::File}
                text={t!(i18n, "file")} items={file_items(&i18n, props)} onpick={on_file} />
            }
            if let Some(header) = &props.header {
                <div class="top-file" key="name" title={header.name.clone()}>
                    <span class="top-name">{ &header.name }</span>
                    if header.unsaved {
                        <span class="top-unsaved" title={t!(i18n, "unsaved")}>
                            <span class="visually-hidden">{ t!(i18n, "unsaved") }</span>
                        </span>
                    }
                </div>
                if !props.read_only {
                <div class="top-group" key="history">
                    <IconButton glyph={Glyph::Undo} label={t!(i18n, "undo")} shortcut={undo_keys}
                        disabled={!header.can_undo} onclick={dispatch.always(Msg::Undo)} />
                    <IconButton glyph={Glyph::Redo} label={t!(i18n, "redo")} shortcut={redo_keys}
                        disabled={!header.can_redo} onclick={dispatch.always(Msg::Redo)} />
                    <span class="top-wide">
                        <IconButton glyph={Glyph::History} label={t!(i18n, "history")}
                            disabled={!header.can_undo && !header.can_redo}
                            onclick={dispatch.always(Msg::Ask(Ask::History))} />
                    </span>
                </div>
                }
            }
            <div class="top-space" key="space" />
            if let Some(header) = &props.header {
                <div class="top-group top-wide" key="panes">
                    if props.problems { { view_problems_button(&i18n, header, props.problems_open, dispatch.always(Msg::ToggleProblems)) } }
                    <Button kind={ButtonKind::Quiet} glyph={Glyph::Code} pressed={props.source_open}
                        onclick={dispatch.always(Msg::ToggleSource)}>{ t!(i18n, "source-short") }</Button>
                </div>
            }
            <div class="top-group" key="settings">
                if !props.embedded {
                <MenuButton id="menu-theme" label={t!(i18n, "theme")} items={theme_items(&i18n, props.theme)}
                    glyph={if props.theme == Theme::Dark { Glyph::Moon } else { Glyph::Sun }}
                    onpick={dispatch.with(|id: AttrValue| Msg::SetTheme(Theme::named(&id).unwrap_or_default()))} />
                <MenuButton id="menu-language" label={t!(i18n, "language")} glyph={Glyph::Globe}
                    items={language_items(i18n.language())}
                    onpick={dispatch.with(|id: AttrValue| Msg::SetLanguage(Language::of_code(&id).unwrap_or_default()))} />
                }
                <span class="top-wide">
                    <IconButton glyph={Glyph::Keyboard} label={t!(i18n, "shortcuts")} shortcut="?"
                        onclick={dispatch.always(Msg::Ask(Ask::Shortcuts))} />
                </span>
            </div>
            if (props.on_disk || props.embedded) && !props.read_only && props.header.is_some() {
                <Button key="save" kind={ButtonKind::Primary} glyph={Glyph::Check}
                    onclick={dispatch.always(Msg::Save)}>{ t!(i18n, "save") }</Button>
            } else if props.header.is_some() && !props.read_only {
                <Button key="export" kind={ButtonKind::Primary} glyph={Glyph::Download} label={t!(i18n, "export-more")}
                    onclick={dispatch.always(Msg::Ask(Ask::Export))}>{ t!(i18n, "export") }</Button>
            }
        </header>
    }
}

fn view_problems_button(i18n: &I18n, header: &Header, open: bool, onclick: Callback<MouseEvent>) -> Html {
    let count = header.errors + header.warnings;
    let (kind, glyph) = match (header.errors, header.warnings) {
        (0, 0) => ("none", Glyph::Check),
        (0, _) => ("warning", Glyph::Warning),
        _ => ("error", Glyph::Error),
    };
    html! {
        <button type="button" class="button problems-button" data-kind="quiet" data-problems={kind} {onclick}
            aria-pressed={open.to_string()}>
            <Icon {glyph} />
            <span class="button-text">{ t!(i18n, "problem-count", count = count) }</span>
        </button>
    }
}

fn file_items(i18n: &I18n, props: &TopBarProps) -> Rc<[MenuItem]> {
    let none = props.header.is_none();
    let mut items = vec![
        MenuItem::new("new", t!(i18n, "file-new")).glyph(Glyph::File),
        MenuItem::new("open", t!(i18n, "file-open")).glyph(Glyph::Open).shortcut("Ctrl+O"),
    ];
    items.push(MenuItem::new("insert", t!(i18n, "insert-more")).glyph(Glyph::Add).disabled(none || props.read_only));
    if props.companions {
        items.push(MenuItem::new("companions", t!(i18n, "companions-more")).glyph(Glyph::Copy));
    }
    if props.on_disk {
        items.push(MenuItem::new("save", t!(i18n, "save")).glyph(Glyph::Check).shortcut("Ctrl+S"));
    }
    if disk::can_save() {
        items.push(MenuItem::new("save-as", t!(i18n, "save-as")).glyph(Glyph::Pencil).disabled(none));
    }
    let keys = if props.on_disk { "Ctrl+Shift+S" } else { "Ctrl+S" };
    items.extend([
        MenuItem::new("export", t!(i18n, "export-more")).glyph(Glyph::Download).shortcut(keys).disabled(none),
        MenuItem::new("zip", t!(i18n, "download-zip")).glyph(Glyph::Archive).disabled(none),
        MenuItem::new("link", t!(i18n, "share-more")).glyph(Glyph::Link).disabled(none),
        MenuItem::new("picture", t!(i18n, "picture")).glyph(Glyph::Image).disabled(none).items(vec![
            MenuItem::new("svg", t!(i18n, "picture-svg")),
            MenuItem::new("png", t!(i18n, "picture-png")),
            MenuItem::new("mermaid", t!(i18n, "picture-mermaid")),
        ]),
        MenuItem::new("history", t!(i18n, "history-more")).glyph(Glyph::History).disabled(none),
        MenuItem::new("set-up-runner", t!(i18n, "runner-set-up-more")).glyph(Glyph::Rocket),
    ]);
    items.into()
}

fn theme_items(i18n: &I18n, current: Theme) -> Rc<[MenuItem]> {
    let text = |theme: Theme| match theme {
        Theme::System => t!(i18n, "theme-system"),
        Theme::Light => t!(i18n, "theme-light"),
        Theme::Dark => t!(i18n, "theme-dark"),
    };
    Theme::ALL.into_iter().map(|theme| MenuItem::new(theme.name(), text(theme)).checked(theme == current)).collect()
}

fn language_items(current: Language) -> Rc<[MenuItem]> {
    let item = |language: Language| {
        MenuItem::new(language.code(), AttrValue::Static(language.own_name())).checked(language == current)
    };
    Language::ALL.into_iter().map(item).collect()
}
