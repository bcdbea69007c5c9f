//! What starters are called, in the page's language.

use yew::AttrValue;

use crate::ui::i18n::{t, I18n};
use crate::ui::widget::Glyph;
use crate::view::starters::Starter;

/// The drawing beside a starter.
pub(crate) fn glyph_of(starter: Starter) -> Glyph {
    match starter {
        Starter::Minimal => Glyph::File,
        Starter::Python | Starter::Rust | Starter::Node | Starter::Java | Starter::Go => Glyph::Code,
        Starter::Docker => Glyph::Image,
        Starter::Pages => Glyph::Globe,
        Starter::Tofu => Glyph::Rocket,
        Starter::Monorepo => Glyph::Branch,
        Starter::Component => Glyph::Archive,
    }
}

/// Its name.
pub(crate) fn name_of(i18n: &I18n, starter: Starter) -> AttrValue {
    match starter {
        Starter::Minimal => t!(i18n, "starter-minimal"),
        Starter::Python => t!(i18n, "starter-python"),
        Starter::Rust => t!(i18n, "starter-rust"),
        Starter::Node => t!(i18n, "starter-node"),
        Starter::Java => t!(i18n, "starter-java"),
        Starter::Go => t!(i18n, "starter-go"),
        Starter::Docker => t!(i18n, "starter-docker"),
        Starter::Pages => t!(i18n, "starter-pages"),
        Starter::Tofu => t!(i18n, "starter-tofu"),
        Starter::Monorepo => t!(i18n, "starter-monorepo"),
        Starter::Component => t!(i18n, "starter-component"),
    }
}

/// What it does, in a line.
pub(crate) fn about_of(i18n: &I18n, starter: Starter) -> AttrValue {
    match starter {
        Starter::Minimal => t!(i18n, "starter-minimal-about"),
        Starter::Python => t!(i18n, "starter-python-about"),
        Starter::Rust => t!(i18n, "starter-rust-about"),
        Starter::Node => t!(i18n, "starter-node-about"),
        Starter::Java => t!(i18n, "starter-java-about"),
        Starter::Go => t!(i18n, "starter-go-about"),
        Starter::Docker => t!(i18n, "starter-docker-about"),
        Starter::Pages => t!(i18n, "starter-pages-about"),
        Starter::Tofu => t!(i18n, "starter-tofu-about"),
        Starter::Monorepo => t!(i18n, "starter-monorepo-about"),
        Starter::Component => t!(i18n, "starter-component-about"),
    }
}
