//! What `default:` gives a job, written into it where it comes to a file that gives it something else.

use crate::command::steps::Steps;
use crate::command::{set_keyword, target, Refusal};
use crate::keywords::JOB;
use crate::resolve;
use crate::yaml::edit::Draft;
use crate::yaml::{Document, Entry, Kind, NewValue, Style};

/// Writes out what the job had from the defaults of `source` and has not from those of its new file.
pub(super) fn write_out(steps: &mut Steps<'_>, source: &Document, job: &str) -> Result<(), Refusal> {
    let (there, here) = (resolve::of_file(source), resolve::of_part(steps.now()));
    let with = |of: &resolve::Effective| resolve::with_defaults(of, job);
    let (Some(had), Some(has)) = (with(&there), with(&here)) else { return Err(Refusal::NotVerified) };
    // A job that starts another pipeline takes no defaults that matter.
    if had.has("trigger") {
        return Ok(());
    }
    let inherited = || JOB.keywords.iter().filter(|keyword| keyword.in_default).map(|keyword| keyword.name);
    let differs = |keyword: &&str| match (had.given(keyword), has.given(keyword)) {
        (Some(had), Some(has)) => !resolve::same_value(had, has),
        (None, None) => false,
        _ => true,
    };
    // Tags name the runners of this project: a job that asks for none of its own takes them.
    let ours = has.given("tags").filter(|_| had.given("tags").is_none());
    let too_much = inherited()
        .filter(|keyword| *keyword != "tags")
        .any(|keyword| had.given(keyword).is_none() && has.given(keyword).is_some());
    let own = there.config.as_map().and_then(|config| config.get(job)?.as_map());
    let from_default = |keyword: &&str| own.is_none_or(|own| own.given(keyword).is_none());
    if too_much {
        let path = ["inherit".to_owned(), "default".to_owned()];
        steps.edit(|draft| set_keyword::draft(draft, Some(job), &path, Some(&NewValue::bool(false))))?;
        if let Some(tags) = ours.and_then(resolve::written) {
            steps.edit(|draft| target::set_keyword(draft, target::keywords(draft.document(), job)?, "tags", &tags))?;
        }
    }
    let missing = |keyword: &&str| had.given(keyword).is_some() && from_default(keyword);
    for keyword in inherited().filter(missing).filter(|keyword| too_much || differs(keyword)) {
        let Some(value) = had.given(keyword) else { continue };
        let written = resolve::written(&resolve::as_taken(keyword, value));
        let written = written.ok_or_else(|| Refusal::CantTake(keyword.to_owned()))?;
        steps.edit(|draft| {
            let keywords = target::keywords(draft.document(), job)?;
            let carried = default_of(source, keyword).and_then(|entry| Draft::new(source).copy_of_entry(entry));
            match carried.filter(|_| keywords.style() == Style::Block && keywords.get(keyword).is_none()) {
                Some(carried) => Ok(draft.insert_carried(keywords, target::place_of(keywords, keyword), carried)?),
                None => target::set_keyword(draft, keywords, keyword, &written),
            }
        })?;
    }
    Ok(())
}

/// The entry of a default, where its lines mean the same in another file.
fn default_of<'d>(source: &'d Document, keyword: &str) -> Option<Entry<'d>> {
    let top = source.top()?;
    let entry = top.get("default").and_then(|default| default.entry(keyword)).or_else(|| top.entry(keyword))?;
    let bound = entry.value.descendants().any(|node| node.kind() == Kind::Alias || node.is_reference());
    (!bound).then_some(entry)
}
