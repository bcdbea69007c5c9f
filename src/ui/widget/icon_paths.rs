//! The drawings of the icons: strokes on a grid of 16 by 16, drawn for Pipewright.

/// What an icon shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub(crate) enum Glyph {
    Add,
    Archive,
    ArrowDown,
    ArrowLeft,
    ArrowRight,
    ArrowUp,
    Branch,
    Check,
    ChevronDown,
    ChevronRight,
    Close,
    Code,
    Copy,
    Download,
    Error,
    File,
    Globe,
    Grip,
    Hand,
    Image,
    Info,
    Key,
    Keyboard,
    Link,
    Minus,
    Moon,
    More,
    Move,
    Open,
    Pencil,
    Play,
    Redo,
    Rocket,
    Sun,
    Tag,
    Trash,
    Undo,
    Warning,
}

impl Glyph {
    /// The drawing as the data of one path.
    pub(crate) fn path(self) -> &'static str {
        match self {
            Glyph::Add => "M8 3v10M3 8h10",
            Glyph::Archive => "M2.5 3h11v3h-11zM3.5 6v7h9V6M6.5 8.5h3",
            Glyph::ArrowDown => "M8 3v10M4 9l4 4 4-4",
            Glyph::ArrowLeft => "M13 8H3M7 4L3 8l4 4",
            Glyph::ArrowRight => "M3 8h10M9 4l4 4-4 4",
            Glyph::ArrowUp => "M8 13V3M4 7l4-4 4 4",
            Glyph::Branch => "M5 3v10M5 10c0-3 6-1.5 6-5M11 5V4.9M4 3h2M4 13h2M10 4h2",
            Glyph::Check => "M3 8.5l3.5 3.5L13 4.5",
            Glyph::ChevronDown => "M4 6l4 4 4-4",
            Glyph::ChevronRight => "M6 4l4 4-4 4",
            Glyph::Close => "M4 4l8 8M12 4l-8 8",
            Glyph::Code => "M5.5 4.5L2 8l3.5 3.5M10.5 4.5L14 8l-3.5 3.5",
            Glyph::Copy => "M6 6h7v7H6zM10 6V3H3v7h3",
            Glyph::Download => "M8 2.5v7.5M4.5 7L8 10.5 11.5 7M3 13.5h10",
            Glyph::Error => "M8 1.8a6.2 6.2 0 100 12.4A6.2 6.2 0 008 1.8zM8 4.8v3.8M8 10.9v.3",
            Glyph::File => "M4 2h5l3 3v9H4zM9 2v3h3",
            Glyph::Globe => {
                "M8 2a6 6 0 100 12A6 6 0 008 2zM2 8h12M8 2c-4 4-4 8 0 12M8 2c4 4 4 8 0 12"
            }
            Glyph::Grip => "M6 3.5v.1M10 3.5v.1M6 8v.1M10 8v.1M6 12.5v.1M10 12.5v.1",
            Glyph::Hand => "M5 8V4.2a1 1 0 012 0V7 3a1 1 0 012 0v4-3a1 1 0 012 0v4-2a1 1 0 012 0v4c0 3-2 4.5-4.5 4.5S5 13 3.5 10.5c-.5-1-.3-1.800.400-2L5 9.500",
            Glyph::Image => "M8 1.800l5.500 3v6.400L8 14.200l-5.500-3V4.800zM2.500 4.800L8 7.900l5.500-3.100M8 7.900v6.300",
            Glyph::Info => "M8 1.8a6.2 6.2 0 100 12.4A6.2 6.2 0 008 1.8zM8 7.400v3.800M8 4.800v.3",
            Glyph::Key => "M10 2.500a3.500 3.500 0 100 7 3.500 3.500 0 000-7zM7.500 8.500L2.500 13.500M4.500 11.500l2 2",
            Glyph::Keyboard => "M1.500 4h13v8h-13zM4 6.700v.1M6.700 6.700v.1M9.300 6.700v.1M12 6.700v.1M5 9.500h6",
            Glyph::Link => "M6.500 9.500l3-3M7 4.500l1.500-1.500a2.800 2.800 0 014 4L11 8.500M9 11.500L7.500 13a2.800 2.800 0 01-4-4L5 7.500",
            Glyph::Minus => "M3 8h10",
            Glyph::Moon => "M13 9.500A5.500 5.500 0 016.500 3a5.500 5.500 0 106.500 6.500z",
            Glyph::More => "M3.500 8v.1M8 8v.1M12.500 8v.1",
            Glyph::Move => "M2.500 4h5M2.500 8h5M2.500 12h5M10 8h4M12 6l2 2-2 2",
            Glyph::Open => "M2 13V3.500h4l1.500 2H13V8M2 13l2.500-5H15l-2.500 5z",
            Glyph::Pencil => "M3 13l.700-3L11 2.700l2.300 2.300L6 12.300z",
            Glyph::Play => "M5 3l8 5-8 5z",
            Glyph::Redo => "M10.500 3L13.500 6l-3 3M13.500 6H6a3.500 3.500 0 000 7h3",
            Glyph::Rocket => "M9 10.500L5.500 7C6.500 4 9 2 13.500 2.500 14 7 12 9.500 9 10.500zM5.500 7H3l-1 2.500 2.500.5M9 10.500V13l-2.500 1L6 11.500",
            Glyph::Sun => "M8 5a3 3 0 100 6 3 3 0 000-6zM8 1.500v1M8 13.500v1M1.500 8h1M13.500 8h1M3.400 3.400l.7.7M11.900 11.900l.7.7M3.400 12.600l.7-.7M11.900 4.100l.7-.7",
            Glyph::Tag => "M2.500 2.500h5L14 9l-5 5-6.500-6.500zM5.300 5.300v.1",
            Glyph::Trash => "M2.500 4.500h11M6 4.500V2.500h4v2M4 4.500l.700 9h6.600l.700-9M6.700 7v4M9.300 7v4",
            Glyph::Undo => "M5.500 3L2.500 6l3 3M2.500 6H10a3.500 3.500 0 010 7H7",
            Glyph::Warning => "M8 2L1.500 13.500h13zM8 6.500v3.300M8 11.600v.2",
        }
    }
}
