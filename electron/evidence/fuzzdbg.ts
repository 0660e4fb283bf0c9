import { readFileSync, readdirSync } from "node:fs";
import { createHash } from "node:crypto";
import { checkMeaning } from "../meaning/meaning.ts";
import { verifierProgram } from "./verifier.fixture.ts";
import { canonical } from "../journal/canonical.ts";
import { isFault } from "../../crypto/index.ts";
import { runInThisContext } from "node:vm";
const html=readFileSync("/tmp/h/page/electron/evidence/verifier/verifier.html","utf8"); const s=/<script>(.*?)<\/script>/s.exec(html)![1];
const page=runInThisContext(`(function(document){${s}; return {judgeMeaning,Refused}})`)({getElementById:()=>({addEventListener(){}})}) as any;
const seed0=Number(process.argv[2]??1), count=Number(process.argv[3]??300), showMax=Number(process.argv[4]??15);
function draws(seed:number){let st=seed|0;return()=>{st=(st+0x6d2b79f5)|0;let m=Math.imul(st^(st>>>15),st|1);m^=m+Math.imul(m^(m>>>7),m|61);return((m^(m>>>14))>>>0)/4294967296;};}
type E={at:string,by:string,data:any,hash:string,prev:string,seq:number,station:string,type:string};
const dir="/tmp/h/page/e2e/landed"; const files=readdirSync(dir).filter(f=>f.endsWith(".jsonl"));
const recs=files.map(f=>readFileSync(dir+"/"+f,"utf8").trim().split("\n").map(l=>JSON.parse(l) as E));
function rechain(es:E[]):E[]{ let prev=es[0]!.prev; const map=new Map<string,string>(); return es.map((e,seq)=>{ const data=JSON.parse(JSON.stringify(e.data),(k,v)=>typeof v==="string"&&map.has(v)?map.get(v):v); const x={at:e.at,by:e.by,data,prev,seq,station:e.station,type:e.type}; const hash=createHash("sha256").update(canonical(x as any)).digest("hex"); map.set(e.hash,hash); prev=hash; return {...x,hash}; }); }
function closedBy(es:E[]){ const l=es.at(-1)!; if(l.type==="closing-on-paper")return "paper"; if(l.type!=="signed")return null; const ci=es.findLastIndex(e=>e.type==="closing"); if(ci<0)return null; const c=es[ci]!; const rest=es.slice(ci+1); if(!rest.every(e=>e.type==="signed"&&e.data.over===c.hash))return null; return new Set(rest.map(e=>e.data.officer)).size===c.data.present?.length?"signatures":null; }
function paths(v:any,p:(string|number)[]=[]):(string|number)[][]{ const out:(string|number)[][]=[p]; if(Array.isArray(v)) v.forEach((x,i)=>out.push(...paths(x,[...p,i]))); else if(v&&typeof v==="object") for(const k of Object.keys(v)) out.push(...paths(v[k],[...p,k])); return out; }
const get=(v:any,p:(string|number)[])=>p.reduce((a,k)=>a?.[k],v);
function set(v:any,p:(string|number)[],x:any){ if(p.length===0)return x; const c=Array.isArray(v)?[...v]:{...v}; c[p[0]!]=set(v[p[0]!],p.slice(1),x); return c; }
const pick=<T>(a:T[],d:()=>number)=>a[Math.floor(d()*a.length)] as T;
const pool=new Map<string,any[]>(); for(const r of recs) for(const e of r) for(const p of paths(e.data)) if(p.length){ const k=String(p.filter(x=>typeof x==="string").at(-1)); if(!pool.has(k))pool.set(k,[]); pool.get(k)!.push(get(e.data,p)); }
function mutate(es0:E[],d:()=>number):[string,E[]]{ let es=es0.map(e=>({...e})); const n=Math.floor(d()*es.length); const e=es[n]!; const kind=pick(["val","val","val","val","other","drop","dup","swap","by","station","type","at","elem","elem","move","repeat"],d);
 if(["val","other","elem"].includes(kind)){ const ps=paths(e.data).filter(p=>p.length>0); if(!ps.length) return ["none",es]; const p=pick(ps,d); const v=get(e.data,p); let x:any; const k=String(p.filter(q=>typeof q==="string").at(-1));
  if(kind==="other") x=pick(pool.get(k)!,d);
  else if(kind==="elem"){ const arrs=ps.filter(q=>Array.isArray(get(e.data,q))); if(!arrs.length) return ["none",es]; const q=pick(arrs,d); const a=get(e.data,q) as any[]; const w=pick(["del","dup","rev","empty"],d); x= w==="del"?a.slice(1): w==="dup"?[...a,...a.slice(0,1)]: w==="rev"?[...a].reverse():[]; e.data=set(e.data,q,x); return [`${n} ${e.type} ${kind} ${w} ${q.join(".")}`,es]; }
  else if(typeof v==="string") x= d()<0.3?"": d()<0.5? v+"x": /^[0-9a-f]{64}$/.test(v)? createHash("sha256").update(v).digest("hex"): pick(["administrator","witness","officer-1","officer-2","officer-3","connected","offline","app"," "+v+" ",v.toUpperCase(),v.replace(/\d/,"7")],d);
  else if(typeof v==="number") x=v+pick([-1,1,2],d); else if(typeof v==="boolean") x=!v; else { const c=JSON.parse(JSON.stringify(e.data)); const par=get(c,p.slice(0,-1)); if(!Array.isArray(par)) delete par[p.at(-1)!]; else par.splice(p.at(-1) as number,1); e.data=c; return [`${n} ${e.type} delete ${p.join(".")}`,es]; }
  e.data=set(e.data,p,x); return [`${n} ${e.type} ${kind} ${p.join(".")} ${JSON.stringify(v)?.slice(0,60)} -> ${JSON.stringify(x)?.slice(0,60)}`,es]; }
 if(kind==="drop") return [`${n} ${e.type} drop`,es.filter((_,i)=>i!==n)];
 if(kind==="dup") return [`${n} ${e.type} dup`,es.flatMap((x,i)=>i===n?[x,{...x}]:[x])];
 if(kind==="swap"&&n>0){ [es[n-1],es[n]]=[es[n]!,es[n-1]!]; return [`${n} ${e.type} swap with ${es[n]!.type}`,es]; }
 if(kind==="move"){ const r=es.filter((_,i)=>i!==n); const to=Math.floor(d()*r.length); r.splice(to,0,e); return [`${n} ${e.type} move to ${to}`,r]; }
 if(kind==="by"){ e.by=pick(["administrator","witness","officer-1","officer-2","app","somebody"],d); return [`${n} ${e.type} by ${e.by}`,es]; }
 if(kind==="station"){ e.station=e.station==="offline"?"connected":"offline"; return [`${n} ${e.type} station`,es]; }
 if(kind==="type"){ e.type=pick(recs.flat(),d).type; return [`${n} type -> ${e.type}`,es]; }
 if(kind==="at"){ e.at=new Date(Date.parse(e.at)+pick([-120000,-61000,-59000,-1500,120000,86400000*9],d)).toISOString(); return [`${n} ${e.type} at`,es]; }
 if(kind==="repeat"){ const x={...pick(recs.flat().filter(y=>["exception-noted","aborted","seat-changed","recess-began","recess-ended","incident-found","resumed","refused"].includes(y.type)),d)}; es.splice(n+1,0,x); return [`${n} insert ${x.type} ${JSON.stringify(x.data).slice(0,300)}`,es]; }
 return ["none",es]; }
const app=(es:E[],closed:boolean)=>{ try { const m=checkMeaning({entries:es as any,closed} as any); return "good "+JSON.stringify([m.excused.length,m.wentBack]); } catch(x){ if(!isFault(x)) return "CRASH "+String((x as Error).stack).split("\n").slice(0,4).join("|"); const [a,b]=[...x.message.matchAll(/entry (\d+)/gi)].map(y=>y[1]); return `${x.code} ${a??"-"} ${b??"-"}`; } };
const web=async(es:E[],by:any)=>{ const signers=by==="signatures"?es.slice(es.findLastIndex(e=>e.type==="closing")+1).map(e=>e.data):[]; try { const m=await page.judgeMeaning(es,by,signers); return "good "+JSON.stringify([m.excused.length,m.back]); } catch(x:any){ if(!(x instanceof page.Refused)) return "CRASH "+String(x.stack).split("\n").slice(0,4).join("|"); return `${x.code} ${x.n??"-"} ${x.other??"-"}`; } };
let diff=0,goods=0; const codes=new Map<string,number>(); const byPair=new Map<string,number>();
for(let i=0;i<count;i++){ const d=draws(seed0*100000+i); const fi=Math.floor(d()*recs.length); let [what,es]=mutate(recs[fi]!,d); if(d()<0.15){ const [w2,e2]=mutate(es,d); what+=" & "+w2; es=e2; } es=rechain(es); const by=closedBy(es); const a=app(es,by!==null), b=await web(es,by); if(a.startsWith("good"))goods++; const c=a.split(" ")[0]!; codes.set(c,(codes.get(c)??0)+1); if(a!==b){ const key=c+" / "+b.split(" ")[0]; byPair.set(key,(byPair.get(key)??0)+1); if(++diff<=showMax) console.log(`#${i} ${files[fi]} ${what}\n   app ${a}\n  page ${b}`); } }
console.log({count,diff,goods},[...codes].sort((x,y)=>y[1]-x[1]).map(x=>x.join(":")).join(" ")); console.log([...byPair]);
