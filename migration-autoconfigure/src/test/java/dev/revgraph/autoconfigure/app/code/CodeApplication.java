package dev.revgraph.autoconfigure.app.code;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;

/** Has a revision in its package. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class CodeApplication {}
