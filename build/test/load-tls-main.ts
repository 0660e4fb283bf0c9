// Loads node's tls before any test: loaded first after OpenSSL has refused a damaged certificate, it
// fails halfway, and all files of that process after it have none.
import "node:tls";
