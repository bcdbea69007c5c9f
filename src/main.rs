//! The binary that Trunk builds: it mounts the page and does nothing else.

fn main() {
    pipewright::ui::report_panics();
    yew::Renderer::<pipewright::ui::App>::new().render();
}
