//! Tags that stand for objects of Ruby, which Psych's safe loading refuses to make (lib/psych/visitors/to_ruby.rb of Ruby,
//! called by lib/gitlab/config/loader/yaml.rb). Other unknown tags count for nothing.

use crate::yaml::{Kind, NodeRef};

/// Why GitLab refuses to load a node with its tag, in its words.
pub fn refusal(node: NodeRef<'_>) -> Option<String> {
    let tag = node.tag()?;
    let tag = tag.strip_prefix("!!").map_or(tag, |name| standard(name).unwrap_or(tag));
    let class = match node.kind() {
        Kind::Scalar if tag == "!float" => {
            let is_number = node.value().trim().replace('_', "").parse::<f64>().is_ok();
            return (!is_number).then(|| "Invalid YAML syntax".to_owned());
        }
        Kind::Scalar => of_scalar(tag, node.value()),
        Kind::Sequence => after(tag, &["!seq:", "!ruby/array:"]),
        Kind::Mapping => of_mapping(tag),
        Kind::Alias => None,
    };
    Some(format!("Tried to load unspecified class: {}", class?))
}

/// The tags of YAML itself, that Psych knows by a short name too.
fn standard(name: &str) -> Option<&'static str> {
    match name {
        "float" => Some("!float"),
        "set" => Some("!set"),
        "omap" => Some("!omap"),
        _ => None,
    }
}

/// What stands behind one of these starts of a tag.
fn after<'t>(tag: &'t str, starts: &[&str]) -> Option<&'t str> {
    starts.iter().find_map(|start| tag.strip_prefix(start)).filter(|class| !class.is_empty())
}

fn of_scalar<'t>(tag: &'t str, value: &'t str) -> Option<&'t str> {
    match tag {
        "!ruby/object:BigDecimal" | "!ruby/object:DateTime" | "!ruby/object:Complex" | "!ruby/object:Rational" => {
            tag.strip_prefix("!ruby/object:")
        }
        "!ruby/class" | "!ruby/module" => Some(value),
        "!ruby/regexp" => Some("Regexp"),
        "!ruby/range" => Some("Range"),
        _ => after(tag, &["!str:", "!ruby/string:"]),
    }
}

fn of_mapping(tag: &str) -> Option<&str> {
    match tag {
        "!set" => Some("Psych::Set"),
        "!omap" => Some("Psych::Omap"),
        "!ruby/struct" | "!ruby/struct:" => Some("Struct"),
        "!ruby/object" | "!ruby/object:" => Some("Object"),
        "!ruby/object:Hash" => None,
        _ => after(
            tag,
            &[
                "!str:",
                "!ruby/string:",
                "!ruby/array:",
                "!ruby/struct:",
                "!ruby/object:",
                "!ruby/exception:",
                "!ruby/hash-with-ivars:",
                "!ruby/hash:",
                "!map:",
            ],
        ),
    }
}
