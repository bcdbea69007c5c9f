//! The binary that Trunk builds: it mounts the page and does nothing else.

fn main() {
    yew::Renderer::<pipewright::ui::App>::new().render();
}
