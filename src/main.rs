//! The binary that Trunk builds: it mounts the page and does nothing else.

/// The standard library's allocator for WebAssembly takes twice the time with the many small values of an analysis.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {
    pipewright::ui::report_panics();
    yew::Renderer::<pipewright::ui::App>::new().render();
}
