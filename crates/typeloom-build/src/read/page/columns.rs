//! What the columns of a table mean, by the words of their headers.
//!
//! A header word that is not known makes a column that is kept out of the way, not an error: pages add links, getters
//! and versions. A new word is a row of [`WORDS`].

use crate::read::page::inline::Plain;
use crate::read::page::names;
use crate::read::page::table::{Row, Table};
use crate::source::SourceId;

/// What a column holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Column {
    /// The field's name.
    Name,
    /// Its type.
    Type,
    /// Whether it must be present.
    Required,
    /// Whether it may be absent.
    Optional,
    /// Whether it may be `null`.
    Nullable,
    /// Whether only the server sets it.
    ReadOnly,
    /// Marks of several kinds: `Optional, Read-only`.
    Tags,
    /// `repeated`, `optional`, `required` (Protocol Buffers).
    Label,
    /// What it is for.
    Description,
    /// A value for when it is absent.
    Default,
    /// An example.
    Example,
    /// Marks in brackets: `[optional] [default to 20]`.
    Notes,
    /// Rules: `MaxLength: 20`, `read-only`.
    Restrictions,
    /// The least length.
    MinLength,
    /// The greatest length.
    MaxLength,
    /// A regular expression.
    Pattern,
    /// A value of an enumeration.
    Value,
    /// Nothing that says anything of the field.
    Other,
}

/// Header words in lower case, without emphasis and punctuation.
const WORDS: &[(&str, Column)] = &[
    ("name", Column::Name),
    ("names", Column::Name),
    ("field", Column::Name),
    ("field name", Column::Name),
    ("property", Column::Name),
    ("property name", Column::Name),
    ("attribute", Column::Name),
    ("attribute name", Column::Name),
    ("parameter", Column::Name),
    ("parameter name", Column::Name),
    ("key", Column::Name),
    ("member", Column::Name),
    ("element", Column::Name),
    ("column", Column::Name),
    ("claim", Column::Name),
    ("variable", Column::Name),
    ("필드명", Column::Name),
    ("필드", Column::Name),
    ("이름", Column::Name),
    ("파라미터", Column::Name),
    ("字段", Column::Name),
    ("字段名", Column::Name),
    ("名称", Column::Name),
    ("参数", Column::Name),
    ("参数名", Column::Name),
    ("属性", Column::Name),
    ("項目", Column::Name),
    ("フィールド", Column::Name),
    ("パラメータ", Column::Name),
    ("プロパティ", Column::Name),
    ("名前", Column::Name),
    ("nom", Column::Name),
    ("champ", Column::Name),
    ("nombre", Column::Name),
    ("campo", Column::Name),
    ("nome", Column::Name),
    ("név", Column::Name),
    ("mező", Column::Name),
    ("поле", Column::Name),
    ("имя", Column::Name),
    ("feld", Column::Name),
    ("eigenschaft", Column::Name),
    ("type", Column::Type),
    ("types", Column::Type),
    ("data type", Column::Type),
    ("datatype", Column::Type),
    ("field type", Column::Type),
    ("value type", Column::Type),
    ("json type", Column::Type),
    ("schema", Column::Type),
    ("타입", Column::Type),
    ("유형", Column::Type),
    ("类型", Column::Type),
    ("數據類型", Column::Type),
    ("数据类型", Column::Type),
    ("型", Column::Type),
    ("データ型", Column::Type),
    ("タイプ", Column::Type),
    ("tipo", Column::Type),
    ("típus", Column::Type),
    ("тип", Column::Type),
    ("typ", Column::Type),
    ("datentyp", Column::Type),
    ("required", Column::Required),
    ("required?", Column::Required),
    ("is required", Column::Required),
    ("mandatory", Column::Required),
    ("mandatory?", Column::Required),
    ("req", Column::Required),
    ("req'd", Column::Required),
    ("presence", Column::Required),
    ("필수", Column::Required),
    ("필수 여부", Column::Required),
    ("필수여부", Column::Required),
    ("必选", Column::Required),
    ("必填", Column::Required),
    ("是否必填", Column::Required),
    ("是否必须", Column::Required),
    ("必須", Column::Required),
    ("obligatoire", Column::Required),
    ("requis", Column::Required),
    ("obligatorio", Column::Required),
    ("requerido", Column::Required),
    ("obrigatório", Column::Required),
    ("kötelező", Column::Required),
    ("erforderlich", Column::Required),
    ("pflicht", Column::Required),
    ("обязательный", Column::Required),
    ("optional", Column::Optional),
    ("optional?", Column::Optional),
    ("nullable", Column::Nullable),
    ("nullable?", Column::Nullable),
    ("null", Column::Nullable),
    ("是否为null", Column::Nullable),
    ("是否为空", Column::Nullable),
    ("readonly", Column::ReadOnly),
    ("read only", Column::ReadOnly),
    ("tags", Column::Tags),
    ("label", Column::Label),
    ("description", Column::Description),
    ("descriptions", Column::Description),
    ("details", Column::Description),
    ("meaning", Column::Description),
    ("comment", Column::Description),
    ("comments", Column::Description),
    ("summary", Column::Description),
    ("explanation", Column::Description),
    ("설명", Column::Description),
    ("说明", Column::Description),
    ("描述", Column::Description),
    ("备注", Column::Description),
    ("説明", Column::Description),
    ("内容", Column::Description),
    ("descripción", Column::Description),
    ("descrição", Column::Description),
    ("descrizione", Column::Description),
    ("leírás", Column::Description),
    ("beschreibung", Column::Description),
    ("описание", Column::Description),
    ("default", Column::Default),
    ("default value", Column::Default),
    ("defaults", Column::Default),
    ("기본값", Column::Default),
    ("默认值", Column::Default),
    ("example", Column::Example),
    ("examples", Column::Example),
    ("example value", Column::Example),
    ("sample", Column::Example),
    ("예시", Column::Example),
    ("示例", Column::Example),
    ("例", Column::Example),
    ("exemple", Column::Example),
    ("ejemplo", Column::Example),
    ("notes", Column::Notes),
    ("note", Column::Notes),
    ("restrictions", Column::Restrictions),
    ("constraints", Column::Restrictions),
    ("validation", Column::Restrictions),
    ("validations", Column::Restrictions),
    ("约束", Column::Restrictions),
    ("minlength", Column::MinLength),
    ("min length", Column::MinLength),
    ("maxlength", Column::MaxLength),
    ("max length", Column::MaxLength),
    ("pattern", Column::Pattern),
    ("regex", Column::Pattern),
    ("value", Column::Value),
    ("values", Column::Value),
    ("value(s)", Column::Value),
    ("integer", Column::Value),
    ("enum value", Column::Value),
    ("값", Column::Value),
    ("值", Column::Value),
];

/// The meaning of each column of `table`, in order. A meaning is given once: the first column that asks for it has it.
pub(crate) fn of(table: &Table, source: SourceId) -> Vec<Column> {
    let mut columns: Vec<Column> = Vec::new();
    for (index, cell) in table.header.iter().enumerate() {
        let text = Plain::read(&cell.text, source, cell.span.start as usize).text;
        let meaning = match meaning(&text) {
            // Some generators leave the header of the name column empty.
            None if index == 0 && text.is_empty() => Column::Name,
            None => Column::Other,
            Some(meaning) if columns.contains(&meaning) => Column::Other,
            Some(meaning) => meaning,
        };
        columns.push(meaning);
    }
    columns
}

fn meaning(header: &str) -> Option<Column> {
    let text = header.trim().trim_end_matches([':', '*']).trim().to_lowercase();
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    WORDS.iter().find(|(word, _)| *word == text).map(|(_, column)| *column)
}

/// What kind of table it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Shape {
    /// Rows are fields.
    Fields,
    /// Rows are values of an enumeration.
    Values,
    /// Rows are named as fields are, and there is no column for their type.
    Untyped,
    /// Something else: methods, badges.
    Other,
}

/// What kind of table has these columns. Where there is none for types, they may stand behind the names.
pub(crate) fn shape(table: &Table, columns: &[Column], source: SourceId) -> Shape {
    match by_headers(columns) {
        Shape::Untyped if types_in_names(table, columns, source) => Shape::Fields,
        shape => shape,
    }
}

/// Whether each row has its type behind its name: `` `port` _integer_ ``.
fn types_in_names(table: &Table, columns: &[Column], source: SourceId) -> bool {
    let index = columns.iter().position(|&column| column == Column::Name);
    let typed = |row: &Row| {
        let cell = index.and_then(|index| row.cells.get(index));
        let text = cell.map(|cell| Plain::read(&cell.text, source, cell.span.start as usize));
        text.is_some_and(|text| names::read(&text).type_range.is_some())
    };
    !table.rows.is_empty() && table.rows.iter().all(typed)
}

fn by_headers(columns: &[Column]) -> Shape {
    let has = |column| columns.contains(&column);
    match (has(Column::Name), has(Column::Type), has(Column::Value)) {
        (true, true, true | false) => Shape::Fields,
        (true, false, true) => Shape::Values,
        (true, false, false) if columns.len() > 1 => Shape::Untyped,
        (true | false, true | false, true | false) => Shape::Other,
    }
}

#[cfg(test)]
mod tests {
    use crate::read::page::columns::{self, Column, Shape, WORDS};
    use crate::read::page::table;
    use crate::source::Sources;

    #[test]
    fn no_header_word_stands_twice() {
        for (index, (word, _)) in WORDS.iter().enumerate() {
            assert!(WORDS[index + 1..].iter().all(|(other, _)| other != word), "{word}");
            assert_eq!(word.to_lowercase(), *word);
        }
    }

    #[test]
    fn columns_are_known_by_their_words() {
        let text = "|  |**Type**| Required? | `Getter` | Type |\n|--|--|--|--|--|\n";
        let id = Sources::default().add("page.md", text);
        let table = table::read(id, text, 0..text.len());
        let columns = columns::of(&table, id);
        assert_eq!(columns, [Column::Name, Column::Type, Column::Required, Column::Other, Column::Other]);
        assert_eq!(columns::shape(&table, &columns, id), Shape::Fields);
    }
}
