//! The command line of `regen`, for `typeloom` and for `cargo xtask`.

use crate::{Edits, Limits, Mode, Report, Settings, regen};
use clap::Args;
use std::io::{IsTerminal, Write, stdout};
use std::path::PathBuf;
use std::time::Duration;
use typeloom_build::options::Options;

/// What the command line says.
#[derive(Debug, Args)]
pub struct Arguments {
    /// Only these vendors: folders of the schemas
    #[arg(value_name = "VENDOR")]
    vendors: Vec<String>,
    /// The folder of vendors
    #[arg(long, value_name = "DIR", default_value = "schemas")]
    schemas: PathBuf,
    /// Write nothing, and fail with 1 where something differs
    #[arg(long, conflicts_with = "dry_run")]
    check: bool,
    /// Write nothing, and say what would be written
    #[arg(long)]
    dry_run: bool,
    /// Fetch nothing: compare the files with what regen.lock holds, and fail with 1 where one differs
    #[arg(long)]
    offline: bool,
    /// Replace files that were edited here, too
    #[arg(long)]
    overwrite: bool,
    /// Keep files that were edited here, and take what has come for known
    #[arg(long, conflicts_with = "overwrite")]
    keep_edits: bool,
    /// Print the report as JSON
    #[arg(long)]
    json: bool,
    /// Print the report as Markdown, for a pull request
    #[arg(long, conflicts_with = "json")]
    markdown: bool,
    /// How long one try may take, redirects and the text included
    #[arg(long, value_name = "SECONDS", default_value_t = 60.0, value_parser = seconds)]
    timeout: f64,
    /// How long all tries of one file may take, the waits between them included
    #[arg(long, value_name = "SECONDS", default_value_t = 120.0, value_parser = seconds)]
    file_timeout: f64,
    /// How long fetching may take as a whole
    #[arg(long, value_name = "SECONDS", default_value_t = 900.0, value_parser = seconds)]
    run_timeout: f64,
    /// How often a request is tried that may succeed later
    #[arg(long, value_name = "N", default_value_t = 4, value_parser = clap::value_parser!(u32).range(1..=20))]
    tries: u32,
    /// How many requests are under way at a time
    #[arg(long, value_name = "N", default_value_t = 6, value_parser = clap::value_parser!(u8).range(1..=64))]
    jobs: u8,
    /// How long to wait for another run over the same folder to end
    #[arg(long, value_name = "SECONDS", default_value_t = 60.0, value_parser = seconds_or_none)]
    wait: f64,
    /// The largest text, in bytes
    #[arg(long, value_name = "BYTES", default_value_t = 64 << 20)]
    max_size: u64,
    /// The most redirects of a request
    #[arg(long, value_name = "N", default_value_t = 5)]
    max_redirects: u32,
    /// Trust the certificates (PEM) in this file instead of the usual ones
    #[arg(long, value_name = "FILE")]
    certificates: Option<PathBuf>,
}

fn seconds(text: &str) -> Result<f64, String> {
    match text.parse() {
        Ok(seconds) if (0.01..=86_400.0).contains(&seconds) => Ok(seconds),
        Ok(_) | Err(_) => Err("write a number of seconds, up to a day".to_owned()),
    }
}

fn seconds_or_none(text: &str) -> Result<f64, String> {
    if text.parse() == Ok(0.0) { Ok(0.0) } else { seconds(text) }
}

/// Does what the command line says, prints the report on standard output, and says how the process is to end.
pub fn run(arguments: Arguments, options: Options) -> u8 {
    let (json, markdown) = (arguments.json, arguments.markdown);
    let report = regen(&settings(arguments, options));
    let printed = print(&report, json, markdown);
    if printed { report.exit_code() } else { report.exit_code().max(2) }
}

fn settings(arguments: Arguments, options: Options) -> Settings {
    let time = Duration::from_secs_f64(arguments.timeout);
    let usual = Limits::default();
    Settings {
        vendors: arguments.vendors,
        mode: match (arguments.check, arguments.dry_run) {
            (true, _) => Mode::Check,
            (false, true) => Mode::DryRun,
            (false, false) => Mode::Write,
        },
        offline: arguments.offline,
        edits: match (arguments.overwrite, arguments.keep_edits) {
            (true, _) => Edits::Overwrite,
            (false, true) => Edits::Keep,
            (false, false) => Edits::Ask,
        },
        limits: Limits {
            size: arguments.max_size,
            redirects: arguments.max_redirects,
            connect: usual.connect.min(time),
            time,
            file: Duration::from_secs_f64(arguments.file_timeout),
            run: Duration::from_secs_f64(arguments.run_timeout),
            tries: arguments.tries,
            jobs: arguments.jobs.into(),
            wait: Duration::from_secs_f64(arguments.wait),
            ..usual
        },
        certificates: arguments.certificates,
        options,
        ..Settings::new(arguments.schemas)
    }
}

fn print(report: &Report, json: bool, markdown: bool) -> bool {
    let colours = stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none();
    let text = match (json, markdown) {
        (true, _) => report.to_json(),
        (false, true) => report.to_markdown(),
        (false, false) => report.to_text(colours),
    };
    match stdout().lock().write_all(text.as_bytes()) {
        Ok(()) => true,
        // A reader that has seen enough, such as `head`, is no error.
        Err(error) => error.kind() == std::io::ErrorKind::BrokenPipe,
    }
}
