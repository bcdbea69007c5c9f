//! Why a problem is one: the rule's own text.

use yew::prelude::*;

use crate::lint::Rule;
use crate::runner::Runner;
use crate::ui::i18n::{t, I18n};

/// What the rule is about, what to do, an example of each kind, and where it is from.
pub(super) fn view_explanation(i18n: &I18n, rule: &Rule) -> Html {
    let example = |title: AttrValue, text: &'static str| {
        html! {
            <figure class="rule-example">
                <figcaption>{ title }</figcaption>
                <pre tabindex="0">{ text.trim_matches('\n') }</pre>
            </figure>
        }
    };
    let named = |runner: &Runner| format!("{} ({})", runner.name, runner.tags.join(", "));
    let runners: Vec<String> = rule.example_runners().runners.iter().map(named).collect();
    html! {
        <div class="rule-about">
            <h3 key="code"><code>{ rule.code }</code></h3>
            <p key="about">{ i18n.help(rule.summary) }{ " " }{ i18n.help(rule.help) }</p>
            if !runners.is_empty() { <p key="runners">{ t!(i18n, "rule-runners", runners = runners.join(", ")) }</p> }
            <div key="examples" class="rule-examples">
                { example(t!(i18n, "problem-bad"), rule.bad) }
                { example(t!(i18n, "problem-good"), rule.good) }
            </div>
            <p key="source" class="rule-source">{ t!(i18n, "problem-source") }{ ": " }<span lang="en">{ rule.source }</span></p>
        </div>
    }
}
