//! Tests of the page's Rust in a real browser: `make test-web`. What a person sees and does is tested by tests/page.
#![cfg(all(target_arch = "wasm32", feature = "ui"))]

use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

/// An empty place to mount things at. Never the body itself: the test runner writes its results there.
fn place() -> web_sys::Element {
    let document = web_sys::window().and_then(|window| window.document()).expect("a document");
    let place = document.create_element("div").expect("an element");
    document.body().expect("a body").append_child(&place).expect("room in the body");
    place
}

#[wasm_bindgen_test]
async fn the_page_mounts_with_its_heading() {
    let place = place();
    yew::Renderer::<pipewright::ui::App>::with_root(place.clone()).render();
    yew::platform::time::sleep(std::time::Duration::ZERO).await;

    let heading = place.query_selector("h1").expect("a selector").expect("a heading");
    assert_eq!(heading.text_content().as_deref(), Some("Pipewright"));
}
