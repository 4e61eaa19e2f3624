//! A real server on this machine, with and without TLS, that answers well or badly, as a test wants it.

use hyper::body::{Body, Bytes, Frame};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Request, Response};
use hyper_util::rt::TokioIo;
use std::collections::BTreeMap;
use std::convert::Infallible;
use std::io;
use std::net::{SocketAddr, TcpListener};
use std::pin::Pin;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll};
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::sync::{mpsc, oneshot};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer};

/// A request, as it came.
#[derive(Clone, Debug)]
pub struct Asked {
    pub path: String,
    pub headers: BTreeMap<String, String>,
    /// Which request for this path it is, from 0.
    pub nth: usize,
}

/// What the server does about it.
pub enum Reply {
    /// Answers.
    Text { status: u16, headers: Vec<(&'static str, String)>, body: Vec<u8> },
    /// Sends a byte now and then.
    Slow(Vec<u8>),
    /// Says that there is more than it sends, and hangs up.
    CutOff(Vec<u8>),
    /// Never stops.
    Endless,
    /// Says nothing at all.
    Nothing,
}

pub struct Server {
    address: SocketAddr,
    scheme: &'static str,
    asked: Arc<Mutex<Vec<Asked>>>,
    stop: Option<oneshot::Sender<()>>,
}

type Handler = Arc<dyn Fn(&Asked) -> Reply + Send + Sync>;

impl Reply {
    pub fn ok(body: impl AsRef<[u8]>) -> Reply {
        Reply::status(200, body)
    }

    pub fn status(status: u16, body: impl AsRef<[u8]>) -> Reply {
        Reply::Text { status, headers: Vec::new(), body: body.as_ref().to_vec() }
    }

    pub fn redirect(to: impl Into<String>) -> Reply {
        Reply::status(302, "").with("location", to)
    }

    pub fn with(self, name: &'static str, value: impl Into<String>) -> Reply {
        match self {
            Reply::Text { status, mut headers, body } => {
                headers.push((name, value.into()));
                Reply::Text { status, headers, body }
            }
            other => other,
        }
    }
}

impl Server {
    pub fn start(answer: impl Fn(&Asked) -> Reply + Send + Sync + 'static) -> Server {
        Server::run(None, Arc::new(answer))
    }

    /// With a certificate that nobody trusts but who is given it: the second value.
    pub fn start_tls(answer: impl Fn(&Asked) -> Reply + Send + Sync + 'static) -> (Server, String) {
        let names = vec!["localhost".to_owned(), "127.0.0.1".to_owned()];
        let made = rcgen::generate_simple_self_signed(names).expect("a certificate");
        let key = PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(made.signing_key.serialize_der()));
        let config = ServerConfig::builder()
            .with_no_client_auth()
            .with_single_cert(vec![made.cert.der().clone()], key)
            .expect("a configuration");
        (Server::run(Some(TlsAcceptor::from(Arc::new(config))), Arc::new(answer)), made.cert.pem())
    }

    fn run(tls: Option<TlsAcceptor>, answer: Handler) -> Server {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        listener.set_nonblocking(true).expect("a listener");
        let address = listener.local_addr().expect("an address");
        let scheme = if tls.is_some() { "https" } else { "http" };
        let asked = Arc::new(Mutex::new(Vec::new()));
        let (stop, stopped) = oneshot::channel();
        let log = asked.clone();
        std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
            runtime.block_on(async {
                let listener = tokio::net::TcpListener::from_std(listener).expect("a listener");
                tokio::spawn(async move {
                    loop {
                        let Ok((stream, _)) = listener.accept().await else { continue };
                        let (answer, log, tls) = (answer.clone(), log.clone(), tls.clone());
                        tokio::spawn(async move {
                            match tls {
                                None => serve(stream, answer, log).await,
                                // Nothing comes of it where the client does not like the certificate.
                                Some(tls) => {
                                    if let Ok(stream) = tls.accept(stream).await {
                                        serve(stream, answer, log).await;
                                    }
                                }
                            }
                        });
                    }
                });
                // With the runtime everything ends that is under way.
                let _ = stopped.await;
            });
        });
        Server { address, scheme, asked, stop: Some(stop) }
    }

    pub fn url(&self, path: &str) -> String {
        format!("{}://{}{path}", self.scheme, self.address)
    }

    /// The same under another name of this machine.
    pub fn other_url(&self, path: &str) -> String {
        format!("{}://localhost:{}{path}", self.scheme, self.address.port())
    }

    pub fn asked(&self) -> Vec<Asked> {
        self.asked.lock().expect("the log").clone()
    }

    /// The paths in the order in which they were asked for.
    pub fn paths(&self) -> Vec<String> {
        self.asked().into_iter().map(|asked| asked.path).collect()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if let Some(stop) = self.stop.take() {
            let _ = stop.send(());
        }
    }
}

async fn serve(stream: impl AsyncRead + AsyncWrite + Unpin, answer: Handler, log: Arc<Mutex<Vec<Asked>>>) {
    let service = service_fn(|request: Request<hyper::body::Incoming>| {
        let asked = note(&request, &log);
        let reply = answer(&asked);
        async move { respond(reply).await }
    });
    // A client that hangs up is no concern of the server's.
    let _ = http1::Builder::new().serve_connection(TokioIo::new(stream), service).await;
}

fn note(request: &Request<hyper::body::Incoming>, log: &Mutex<Vec<Asked>>) -> Asked {
    let path = request.uri().path_and_query().map_or(String::new(), ToString::to_string);
    let text = |value: &hyper::header::HeaderValue| value.to_str().unwrap_or_default().to_owned();
    let headers = request.headers().iter().map(|(name, value)| (name.to_string(), text(value))).collect();
    let mut log = log.lock().expect("the log");
    let nth = log.iter().filter(|asked| asked.path == path).count();
    let asked = Asked { path, headers, nth };
    log.push(asked.clone());
    asked
}

/// A text that comes piece by piece.
struct Pieces(mpsc::Receiver<io::Result<Bytes>>);

impl Body for Pieces {
    type Data = Bytes;
    type Error = io::Error;
    fn poll_frame(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<io::Result<Frame<Bytes>>>> {
        self.0.poll_recv(context).map(|piece| piece.map(|piece| piece.map(Frame::data)))
    }
}

async fn respond(reply: Reply) -> Result<Response<Pieces>, Infallible> {
    let (sender, pieces) = mpsc::channel(4);
    let mut response = Response::builder();
    match reply {
        Reply::Text { status, headers, body } => {
            response = response.status(status);
            for (name, value) in headers {
                response = response.header(name, value);
            }
            if status != 304 {
                response = response.header("content-length", body.len());
            }
            if !body.is_empty() {
                let _ = sender.send(Ok(body.into())).await;
            }
        }
        Reply::Slow(body) => {
            tokio::spawn(async move {
                for byte in body {
                    tokio::time::sleep(Duration::from_millis(100)).await;
                    if sender.send(Ok(vec![byte].into())).await.is_err() {
                        return;
                    }
                }
            });
        }
        Reply::CutOff(body) => {
            response = response.header("content-length", body.len() + 100);
            tokio::spawn(async move {
                let _ = sender.send(Ok(body.into())).await;
                tokio::time::sleep(Duration::from_millis(50)).await;
                let _ = sender.send(Err(io::ErrorKind::ConnectionAborted.into())).await;
            });
        }
        Reply::Endless => {
            tokio::spawn(async move { while sender.send(Ok(vec![b' '; 1 << 16].into())).await.is_ok() {} });
        }
        Reply::Nothing => std::future::pending::<()>().await,
    }
    Ok(response.body(Pieces(pieces)).expect("a response"))
}
