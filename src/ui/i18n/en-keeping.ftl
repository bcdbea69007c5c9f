## Drafts

drafts = Go on where you left off
draft-state = { $count ->
    [0] { $when }
    [one] { $when }, one line changed
   *[other] { $when }, { $count } lines changed
}
draft-continue = Continue
draft-copy = Continue with a copy
draft-open-elsewhere = Open in another tab. A copy of it goes its own way.
draft-download-named = Download the draft of { $file }
draft-discard = Discard
draft-discard-named = Discard the draft of { $file }
draft-discard-title = Discard the draft?
draft-discard-about = What was changed there and not saved is gone for good.
keep-draft = Keep the draft
draft-elsewhere = { $file } was opened in another tab just now. You can go on with a copy.
draft-copied = Another tab goes on with a copy of { $file }. Each tab keeps its own edits.
draft-full = Your edits are not kept as a draft: the browser’s storage is full. They stay while this page is open; save or download the file.
draft-refused = Your edits are not kept as a draft: the browser refuses storage here, as in a private window. They stay while this page is open; save or download the file.
draft-newer = Your edits are not kept as a draft: a newer Pipewright has the storage. Reload the page. Until then they stay while this page is open.
draft-damaged = Your edits are not kept as a draft: the browser can’t use its storage for this page. They stay while this page is open; save or download the file.
discard-draft = As a draft they wait on the first page, and under “New from a starter…”.
set-aside = Keep as a draft and open

## Files on disk

recent = Recent files
recent-forget = Forget { $file }
recent-gone = { $file } is no longer where it was.
recent-refused = { $file } was not opened: the browser was not permitted to read it.
save = Save
keys-save = Save in place, or export
save-as = Save as…
saved = { $file } was saved.
save-refused = { $file } was not saved: the browser was not permitted to write it. Allow it, or download the file.
save-full = { $file } was not saved: the disk is full. Your edits stay here.
save-failed = { $file } was not saved. Your edits stay here; try “Save as…” or download the file.
save-changed-kind = { $file } was not saved: on disk it is no text now. Use “Save as…” for another place.
read-again = { $file } changed on disk and was read again.
changed-on-disk-title = { $file } changed on disk
changed-on-disk-about = Another program changed the file since it was read here, and you have unsaved edits. Merging puts both together; where both changed the same lines you decide.
changed-on-disk-not-saved = Nothing was saved yet.
overwrite = Overwrite the file

## Links

share-more = Share as a link…
share-title = Share as a link
share-about = The link holds the whole text. Whoever opens it gets a copy; nothing is sent to a server.
share-link = Link
share-size = { $size } characters of { $limit } at most
share-too-long = The link would have { $size } characters; over { $limit } it would be cut on its way. Export the file and send that instead.
share-failed = The browser could not make the link.
copy-link = Copy the link
link-copied = The link was copied.
link-not-copied = The browser refused the clipboard. Copy the link from the field.
shared-title = A pipeline from a link
shared-about = { $count ->
    [one] The link holds { $file }, one line.
   *[other] The link holds { $file }, { $count } lines.
}
shared-open = What is open now stays until you decide; unsaved changes are asked about.
open-shared = Open it
not-now = Not now
share-too-much = The link holds too much and was not opened.
share-newer = The link was made by a newer Pipewright and can’t be read here.
share-damaged = The link is damaged, perhaps cut on its way, and was not opened.

## Pictures

picture = Board as a picture
picture-svg = SVG drawing
picture-png = PNG picture
picture-mermaid = Copy as Mermaid
picture-failed = The browser could not make the picture.
mermaid-copied = The board was copied as Mermaid. Paste it into a mermaid block of Markdown.

## Embedded

embed-waiting = No pipeline is loaded yet.
