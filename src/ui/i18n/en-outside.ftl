# What the page says outside of WebAssembly (web/): starting, recovery, updates. One line each, without variables: the
# build takes them into plain JavaScript (tools/page/words.mjs).
outside-starting = Pipewright is starting. If this stays, the browser is too old for it or JavaScript is off.
outside-stopped = Pipewright has stopped
outside-text-is-here = It ran into a fault of its own and was stopped. Your text is below, as it last was; nothing of it was sent anywhere.
outside-no-text = It ran into a fault of its own and was stopped. No file was open.
outside-no-start = Pipewright could not start
outside-too-old = This browser is too old for it. Any Firefox, Chrome, Edge or Safari of the last two years will do.
outside-offline = There is no network, and this browser has not kept the page from an earlier visit.
outside-not-loaded = A part of the page could not be loaded, or is not the part that belongs to this version. Try again in a while.
outside-beginning = Only its beginning is shown. The buttons hand out all of it.
outside-try-again = Try again
outside-go-on = Reload and go on with this text
outside-download = Download
outside-downloaded = Downloaded.
outside-copy = Copy the text
outside-copied = Copied.
outside-copy-yourself = The browser does not let the page copy. It is selected: copy it with Ctrl+C or ⌘C.
outside-not-carried = The browser refuses to keep the text over a reload. Download or copy it first, then reload.
outside-report = Report for the developers
outside-report-holds = It says what happened and on which browser. Nothing of your text is in it.
outside-copy-report = Copy the report
outside-new-version = A new version is ready.
outside-reload = Reload
outside-later = Later
