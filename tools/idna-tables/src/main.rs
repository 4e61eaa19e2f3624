//! Computes the tables of `typeloom::formats` for internationalised host names, and writes them to the folder given.
//!
//! `cargo run --manifest-path tools/idna-tables/Cargo.toml -- crates/typeloom/src/formats/idna`
//!
//! Which code points a label may hold follows from Unicode properties by RFC 5892, sections 2 and 3. For each of them
//! the table has what the other rules ask: the Bidi class (RFC 5893), the joining type and the scripts of the contextual
//! rules (RFC 5892, appendix A), the canonical combining class (NFC) and whether it is a combining mark.

use icu_casemap::CaseMapper;
use icu_normalizer::ComposingNormalizerBorrowed;
use icu_normalizer::properties::{CanonicalCompositionBorrowed, CanonicalDecompositionBorrowed, Decomposed};
use icu_properties::CodePointSetData;
use icu_properties::props::{
    BidiClass, CanonicalCombiningClass, DefaultIgnorableCodePoint, EnumeratedProperty, GeneralCategory,
    HangulSyllableType, JoiningType, NoncharacterCodePoint, Script, WhiteSpace,
};
use std::collections::BTreeMap;
use std::fmt::Write;

fn main() {
    let folder = std::env::args().nth(1).expect("the folder to write to");
    std::fs::write(format!("{folder}/points.txt"), points()).expect("points.txt is written");
    std::fs::write(format!("{folder}/pairs.txt"), pairs()).expect("pairs.txt is written");
}

const HEAD: &str = "# Computed by tools/idna-tables from the Unicode Character Database, copyright Unicode, Inc., under the\n\
                    # Unicode License v3: see LICENSE-UNICODE beside this file.\n";

/// Lines of a class and its ranges: `<Bidi> <joining> <script> <combining class> <mark>: 61-7a df-f6 ..`
fn points() -> String {
    let mut classes: BTreeMap<String, Vec<(u32, u32)>> = BTreeMap::new();
    let mut last = String::new();
    for point in 0..=0x10FFFF {
        let Some(character) = char::from_u32(point).filter(|character| allowed(*character)) else {
            last.clear();
            continue;
        };
        let class = class(character);
        match classes.get_mut(&class).and_then(|ranges| ranges.last_mut()) {
            Some((_, end)) if last == class && *end + 1 == point => *end = point,
            _ => classes.entry(class.clone()).or_default().push((point, point)),
        }
        last = class;
    }
    let mut out = format!("{HEAD}# The code points that a label may hold (RFC 5892), by what the rules ask of them.\n");
    for (class, ranges) in classes {
        let words = ranges.iter().map(|(start, end)| match start == end {
            true => format!("{start:x}"),
            false => format!("{start:x}-{end:x}"),
        });
        lines(&mut out, &class, words);
    }
    out
}

/// Lines of a mark and what it composes with: `301: 61 65 ..`
fn pairs() -> String {
    let (compose, decompose) = (CanonicalCompositionBorrowed::new(), CanonicalDecompositionBorrowed::new());
    let mut pairs: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
    for character in ('\0'..=char::MAX).filter(|character| !('\u{AC00}'..='\u{D7A3}').contains(character)) {
        if let Decomposed::Expansion(first, second) = decompose.decompose(character)
            && compose.compose(first, second) == Some(character)
            && allowed(first)
            && allowed(second)
        {
            pairs.entry(second.into()).or_default().push(first.into());
        }
    }
    let mut out = format!("{HEAD}# The second characters of what NFC would compose, each with the first ones.\n");
    for (second, mut firsts) in pairs {
        firsts.sort_unstable();
        lines(&mut out, &format!("{second:x}"), firsts.iter().map(|first| format!("{first:x}")));
    }
    out
}

fn lines(out: &mut String, head: &str, words: impl Iterator<Item = String>) {
    let mut width = usize::MAX;
    for word in words {
        if width > 110 {
            if width != usize::MAX {
                out.push('\n');
            }
            write!(out, "{head}:").expect("strings take everything");
            width = head.len();
        }
        write!(out, " {word}").expect("strings take everything");
        width += word.len() + 1;
    }
    out.push('\n');
}

fn class(character: char) -> String {
    let bidi = match BidiClass::for_char(character) {
        BidiClass::LeftToRight => "L",
        BidiClass::RightToLeft => "R",
        BidiClass::ArabicLetter => "AL",
        BidiClass::ArabicNumber => "AN",
        BidiClass::EuropeanNumber => "EN",
        BidiClass::NonspacingMark => "NSM",
        BidiClass::EuropeanSeparator => "ES",
        BidiClass::EuropeanTerminator => "ET",
        BidiClass::CommonSeparator => "CS",
        BidiClass::BoundaryNeutral => "BN",
        BidiClass::OtherNeutral => "ON",
        other => panic!("{other:?} of {character:?}"),
    };
    let joining = match JoiningType::for_char(character) {
        JoiningType::LeftJoining => "L",
        JoiningType::RightJoining => "R",
        JoiningType::DualJoining => "D",
        JoiningType::Transparent => "T",
        _ => "-",
    };
    let script = match Script::for_char(character) {
        Script::Greek => "Greek",
        Script::Hebrew => "Hebrew",
        Script::Hiragana | Script::Katakana | Script::Han => "Japanese",
        _ => "-",
    };
    let CanonicalCombiningClass(ccc) = CanonicalCombiningClass::for_char(character);
    let mark = if is_mark(character) { "mark" } else { "-" };
    format!("{bidi} {joining} {script} {ccc} {mark}")
}

fn is_mark(character: char) -> bool {
    use GeneralCategory::{EnclosingMark, NonspacingMark, SpacingMark};
    matches!(GeneralCategory::for_char(character), EnclosingMark | NonspacingMark | SpacingMark)
}

/// PVALID, CONTEXTJ or CONTEXTO (RFC 5892, section 3).
fn allowed(character: char) -> bool {
    use GeneralCategory as G;
    match u32::from(character) {
        // Exceptions (F).
        0xDF | 0x3C2 | 0x6FD | 0x6FE | 0xF0B | 0x3007 => return true,
        0xB7 | 0x375 | 0x5F3 | 0x5F4 | 0x30FB | 0x660..=0x669 | 0x6F0..=0x6F9 => return true,
        0x640 | 0x7FA | 0x302E | 0x302F | 0x3031..=0x3035 | 0x303B => return false,
        // LDH (I), JoinControl (H).
        0x2D | 0x30..=0x39 | 0x61..=0x7A | 0x200C | 0x200D => return true,
        // IgnorableBlocks (D).
        0x20D0..=0x20FF | 0x1D100..=0x1D1FF | 0x1D200..=0x1D24F => return false,
        _ => {}
    }
    let category = G::for_char(character);
    let ignorable = CodePointSetData::new::<DefaultIgnorableCodePoint>().contains(character)
        || CodePointSetData::new::<WhiteSpace>().contains(character)
        || CodePointSetData::new::<NoncharacterCodePoint>().contains(character);
    let old_jamo = matches!(
        HangulSyllableType::for_char(character),
        HangulSyllableType::LeadingJamo | HangulSyllableType::VowelJamo | HangulSyllableType::TrailingJamo
    );
    let letter_or_digit = matches!(
        category,
        G::LowercaseLetter
            | G::UppercaseLetter
            | G::OtherLetter
            | G::DecimalNumber
            | G::ModifierLetter
            | G::NonspacingMark
            | G::SpacingMark
    );
    letter_or_digit && !ignorable && !old_jamo && !unstable(character)
}

fn unstable(character: char) -> bool {
    let nfkc = ComposingNormalizerBorrowed::new_nfkc();
    let mut buffer = [0; 4];
    let text: &str = character.encode_utf8(&mut buffer);
    let folded = CaseMapper::new().fold_string(&nfkc.normalize(text)).into_owned();
    nfkc.normalize(&folded) != text
}
