//! One document through the generator, in a process of its own, so that a panic or an overflow is a row in the table
//! and memory is that of this document alone.

use super::documents::Document;
use super::figures::Figures;
use super::memory;
use super::process::{self, Moment, Whose};
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use typeloom_build::diagnostic::Severity;
use typeloom_build::options::Options;
use typeloom_build::spec::{Origin, Spec, difference};
use typeloom_build::{Outcome, generate};

/// Generates from one document and prints the figures; `cargo xtask corpus` runs this.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    document: PathBuf,
    /// Where code and export go
    #[arg(long)]
    out: PathBuf,
    /// Print warnings
    #[arg(long)]
    warnings: bool,
}

/// What the process of its own does.
pub fn run(arguments: &Arguments) -> bool {
    match measure(arguments).map(|figures| serde_json::to_string(&figures)) {
        Ok(Ok(line)) => {
            println!("{line}");
            true
        }
        Ok(Err(error)) => fail(&error.to_string()),
        Err(error) => fail(&format!("cannot write to {}: {error}", arguments.out.display())),
    }
}

fn fail(message: &str) -> bool {
    eprintln!("{message}");
    false
}

fn measure(arguments: &Arguments) -> std::io::Result<Figures> {
    let Arguments { document, out, warnings } = arguments;
    fs::create_dir_all(out.join("src"))?;
    let code = out.join("src/lib.rs");
    // What every run needs is there before the document is read: a tiny one goes first.
    let tiny = out.join("tiny.json");
    fs::write(&tiny, r#"{"title": "Tiny", "type": "object", "properties": {"a": {"type": "string"}}}"#)?;
    generate(&[tiny], &Options::default()).write_code(&code)?;
    let (allocated, held, moment) = (memory::allocated(), process::peak(), Moment::now(Whose::Own));
    let outcome = generate(std::slice::from_ref(document), &Options::default());
    let written = outcome.write_code(&code)?;
    let (seconds, peak, holds) = (moment.seconds(), memory::most_allocated(), process::peak());
    let mut figures = counts(&outcome);
    figures.seconds = seconds;
    figures.allocated = peak.saturating_sub(allocated) as u64;
    figures.held = held.zip(holds).map(|(before, after)| after.saturating_sub(before));
    for diagnostic in outcome.diagnostics.iter().filter(|diagnostic| *warnings && diagnostic.severity != Severity::Note)
    {
        eprintln!("{}\n", diagnostic.to_text(&outcome.sources));
    }
    if !written {
        return Ok(figures);
    }
    let code = fs::read_to_string(&code)?;
    figures.lines = code.lines().count();
    figures.bytes = code.len();
    for spec in &outcome.specs {
        let file = out.join(format!("{}.schema.json", spec.vendor));
        figures.export.extend(export(spec, &file)?);
    }
    Ok(figures)
}

fn counts(outcome: &Outcome) -> Figures {
    let stand_ins = outcome.specs.iter().flat_map(|spec| &spec.types).filter(|named| named.origin == Origin::StandIn);
    let error = outcome.diagnostics.iter().find(|diagnostic| diagnostic.severity == Severity::Error);
    let failure = error.map(|diagnostic| diagnostic.to_text(&outcome.sources).to_string());
    Figures {
        failure,
        types: outcome.model.modules.iter().map(|module| module.items.len()).sum(),
        errors: outcome.count(Severity::Error),
        warnings: outcome.count(Severity::Warning),
        notes: outcome.count(Severity::Note),
        stand_ins: stand_ins.count(),
        ..Figures::default()
    }
}

/// What is wrong with the export of a `Spec`: it must be a valid schema of 2020-12 and read back to an equal `Spec`.
fn export(spec: &Spec, file: &Path) -> std::io::Result<Vec<String>> {
    let text = typeloom_build::schema_of(spec);
    fs::write(file, &text)?;
    let mut wrong = Vec::new();
    match serde_json::from_str::<serde_json::Value>(&text) {
        Ok(json) => wrong.extend(jsonschema::meta::validate(&json).err().map(|error| format!("no schema: {error}"))),
        Err(error) => wrong.push(format!("no JSON: {error}")),
    }
    let again = generate(&[file.to_owned()], &Options::default());
    match again.specs.first() {
        Some(theirs) => wrong.extend(difference(spec, theirs).map(|message| format!("read again: {message}"))),
        None => wrong.push("read again: nothing".to_owned()),
    }
    Ok(wrong)
}

/// Runs the process of its own.
pub fn in_child(
    program: &Path,
    document: &Document,
    out: &Path,
    warnings: bool,
    patience: Duration,
) -> Result<Figures, String> {
    let mut command = Command::new(program);
    command.arg("measure").arg(&document.path).arg("--out").arg(out).current_dir(crate::root());
    if warnings {
        command.arg("--warnings");
    }
    let stderr = if warnings { Stdio::inherit() } else { Stdio::piped() };
    let child = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(stderr).spawn();
    let mut child = child.map_err(|error| format!("cannot run {}: {error}", program.display()))?;
    let said = child.stderr.take().map(reading);
    let printed = child.stdout.take().map(reading);
    let ended = wait(&mut child, patience)?;
    let text = |thread: Option<std::thread::JoinHandle<String>>| thread.and_then(|thread| thread.join().ok());
    let (said, printed) = (text(said).unwrap_or_default(), text(printed).unwrap_or_default());
    match serde_json::from_str(printed.trim()) {
        Ok(figures) if ended.success() => Ok(figures),
        Ok(_) | Err(_) => Err(format!("{ended}: {}", said.trim())),
    }
}

/// Reads a pipe to its end, so that the process never waits for it.
fn reading(mut pipe: impl Read + Send + 'static) -> std::thread::JoinHandle<String> {
    std::thread::spawn(move || {
        let mut bytes = Vec::new();
        // What came before a pipe broke is all there is to say.
        let _ = pipe.read_to_end(&mut bytes);
        String::from_utf8_lossy(&bytes).into_owned()
    })
}

fn wait(child: &mut Child, patience: Duration) -> Result<std::process::ExitStatus, String> {
    let start = Instant::now();
    loop {
        match child.try_wait() {
            Ok(Some(status)) => return Ok(status),
            Ok(None) if start.elapsed() < patience => std::thread::sleep(Duration::from_millis(20)),
            Ok(None) => {
                // It may have ended in between, which is as well.
                let _ = child.kill();
                let _ = child.wait();
                return Err(format!("not done after {} seconds", patience.as_secs()));
            }
            Err(error) => return Err(error.to_string()),
        }
    }
}
